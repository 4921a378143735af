package org.parley.system.check;

import java.io.Console;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.system.check.scene.Plan.Mix;
import picocli.CommandLine.TypeConversionException;

/** What the words of the command line mean. */
final class Words {

  private static final Set<String> SCHEMES = Set.of("http", "https", "ws", "wss");

  private Words() {}

  /** {@code PT1M30S}, or {@code 1m30s}. */
  static Duration duration(String word) {
    try {
      return Duration.parse(word.toUpperCase(Locale.ROOT).startsWith("P") ? word : "PT" + word);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("\"" + word + "\" is not a time such as PT90S or 90s");
    }
  }

  /** {@code 80/10/5/5}. */
  static Mix mix(String word) {
    try {
      List<Integer> shares = Arrays.stream(word.split("/", -1)).map(Integer::valueOf).toList();
      if (shares.size() == 4) {
        return new Mix(shares.get(0), shares.get(1), shares.get(2), shares.get(3));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new TypeConversionException(
        "\"" + word + "\" is not four shares such as 80/10/5/5, the first at least 1");
  }

  /** An absolute address with a host. */
  static URI address(String word) {
    try {
      URI address = new URI(word);
      if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new TypeConversionException(
        "\"" + word + "\" is not an address such as http://localhost:8080");
  }

  /** Where REST is, without a slash at the end. */
  static URI base(URI url) {
    if (!url.getScheme().startsWith("http")) {
      throw new IllegalArgumentException("--url is http or https, not " + url + ".");
    }
    String text = url.toString();
    return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
  }

  /** The socket beside REST. */
  static URI socketOf(URI base) {
    return URI.create("ws" + base.toString().substring("http".length()) + "/ws");
  }

  /** Since Java 22 there is a console without a terminal, too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull") // on Java 21 it is null
  static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
