package org.parley.system.origin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.system.settings.Ports;
import org.parley.system.settings.SystemSettings;

/**
 * The project's nginx configuration: files as they are, and templates whose ${PARLEY_...} are
 * filled in. What lies in folders of its own, TLS and a port for gRPC, is for installations only.
 */
record NginxConfiguration(Path source) {

  private static final String TEMPLATE = ".template";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(PARLEY_[A-Z_]+)}");

  static Map<String, String> variables(SystemSettings settings) {
    Ports ports = settings.ports();
    return Map.of(
        // This machine only: the services trust what comes from here.
        "PARLEY_ORIGIN_PORT", "127.0.0.1:" + ports.origin(),
        "PARLEY_USER_UPSTREAMS", servers(List.of(ports.user())),
        "PARLEY_USER_GRPC_UPSTREAMS", servers(List.of(ports.userGrpc())),
        "PARLEY_CHAT_UPSTREAMS", servers(ports.chat()),
        "PARLEY_CHAT_GRPC_UPSTREAMS", servers(ports.chatGrpc()),
        "PARLEY_WWW", settings.project().www().toString(),
        "PARLEY_ACCESS_LOG", "access.log",
        "PARLEY_LOG_FORMAT", "simple");
  }

  private static String servers(List<Integer> ports) {
    return ports.stream()
        // max_fails=0: with so few instances it is better to ask one that failed than nobody.
        .map(port -> "server 127.0.0.1:" + port + " max_fails=0;")
        .collect(Collectors.joining("\n    "));
  }

  void render(Path target, Map<String, String> variables) throws IOException {
    Files.createDirectories(target);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(source, Files::isRegularFile)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(TEMPLATE)) {
          Path rendered = target.resolve(name.substring(0, name.length() - TEMPLATE.length()));
          Files.writeString(rendered, fill(Files.readString(file), variables));
        } else {
          Files.copy(file, target.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /** Fills in; a variable nobody knows is an error in the template. */
  static String fill(String template, Map<String, String> variables) {
    return VARIABLE.matcher(template).replaceAll(found -> quote(found, variables));
  }

  private static String quote(MatchResult found, Map<String, String> variables) {
    String value = variables.get(found.group(1));
    if (value == null) {
      throw new IllegalArgumentException("No value for " + found.group());
    }
    return Matcher.quoteReplacement(value);
  }
}
