package org.parley.users.key;

import com.nimbusds.jose.jwk.RSAKey;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

/**
 * The operator's command for the keys in {@code PARLEY_KEY_DIR}, run beside the service and by the
 * same user. Instances follow within seconds; none has to be started again. Exit codes: 0 done, 1
 * could not, 2 called wrongly.
 *
 * <p>Who may call it: whoever may read the directory, and so could sign anything anyway.
 */
public final class KeysCommand {

  private static final String USAGE =
      """
      Usage: keys [list | rotate | withdraw KEY]

        list          the keys, and what each is for (the default)
        rotate        publish a next key, which signs as soon as nobody can have missed it; nobody is signed out
        withdraw KEY  refuse at once what this key signed, as after a leak: clients renew those tokens by their sessions
      """;

  private final Map<String, String> environment;
  private final Clock clock;

  KeysCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  public static void main(String... arguments) {
    System.exit(run(System.getenv(), List.of(arguments), System.out, System.err));
  }

  /** The same within a program, by other settings. */
  public static int run(
      Map<String, String> environment, List<String> arguments, PrintStream out, PrintStream err) {
    return new KeysCommand(environment, Clock.systemUTC()).run(arguments, out, err);
  }

  int run(List<String> arguments, PrintStream out, PrintStream err) {
    String command = arguments.isEmpty() ? "list" : arguments.getFirst();
    if (arguments.size() != (command.equals("withdraw") ? 2 : Math.min(1, arguments.size()))) {
      err.print(USAGE);
      return 2;
    }
    try {
      KeySettings settings = KeySettings.from(Settings.of(environment));
      KeyDirectory directory = new KeyDirectory(settings, clock);
      KeyPair keys;
      switch (command) {
        case "list" -> keys = directory.load();
        case "rotate" -> keys = directory.rotate();
        case "withdraw" -> keys = directory.withdraw(arguments.getLast());
        case "help", "--help", "-h" -> {
          out.print(USAGE);
          return 0;
        }
        default -> {
          err.print(USAGE);
          return 2;
        }
      }
      describe(keys, settings.kept()).forEach(out::println);
      return 0;
    } catch (BadSettingException | Refusal e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  private List<String> describe(KeyPair keys, Duration kept) {
    Instant now = clock.instant();
    List<String> lines = new ArrayList<>();
    for (RSAKey key : keys.published(now, kept)) {
      lines.add(
          "%s  made %s  %s"
              .formatted(key.getKeyID(), SigningKey.made(key), state(key, keys, kept, now)));
    }
    return lines;
  }

  private static String state(RSAKey key, KeyPair keys, Duration kept, Instant now) {
    if (key.equals(keys.signing(now))) {
      return "signs";
    }
    RSAKey next = keys.next();
    return key.equals(next)
        ? "published, signs from %s".formatted(SigningKey.signsFrom(key))
        : "signs no more, accepted until %s"
            .formatted(next == null ? now : SigningKey.signsFrom(next).plus(kept));
  }

  /** Why a wish was not done. */
  static final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }
}
