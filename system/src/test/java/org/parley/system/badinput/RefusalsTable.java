package org.parley.system.badinput;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.system.badinput.BadInput.Group;

/** Cases and the answers they were given, as people read them. */
final class RefusalsTable {

  private static final String HEAD =
      """
      # What the socket refuses

      Written by `SocketBadInputIT`, which sends all of this to a running system and fails when an answer is another one.
      Frames and close codes are described in [asyncapi.yaml](asyncapi.yaml).

      In the frames `ROOM` is a public room, `TOKEN` the sender's access token and `UUID` a fresh one. After every answer the
      socket goes on, unless it was closed; then others are served as before. Nothing is stored but what is acknowledged.
      """;

  private RefusalsTable() {}

  static String render(List<Group> groups, IdentityHashMap<BadInput, List<String>> results) {
    return HEAD
        + groups.stream().map(group -> render(group, results)).collect(Collectors.joining());
  }

  private static String render(Group group, IdentityHashMap<BadInput, List<String>> results) {
    return "\n## %s\n\n%s\n\n| sent | answer |\n|---|---|\n%s"
        .formatted(
            group.title(),
            group.about(),
            group.cases().stream()
                .map(
                    one -> row(one, results.getOrDefault(one, List.of("not answered as expected"))))
                .collect(Collectors.joining()));
  }

  private static String row(BadInput one, List<String> answers) {
    return "| %s | %s |\n"
        .formatted(
            sent(one.sent()),
            answers.isEmpty()
                ? "none"
                : answers.stream().map(RefusalsTable::answer).collect(Collectors.joining("; ")));
  }

  private static String sent(String sent) {
    boolean json = sent.startsWith("{'") || sent.startsWith("{\"") || sent.startsWith("{}");
    String shown = sent.replace("|", "\\|");
    return json ? "`" + shown.replace('\'', '"') + "`" : shown.replace("<", "&lt;");
  }

  /**
   * {@code error CODE: words} with its code set as code. What the server's WebSocket layer says
   * when it ends a socket is not a promise.
   */
  private static String answer(String answer) {
    if (answer.startsWith("close 10")) {
      return "`" + answer.substring(0, "close 10xx".length()) + "`";
    }
    String[] parts = answer.split(": ", 2);
    return parts.length == 1 ? "`" + answer + "`" : "`" + parts[0] + "` " + parts[1];
  }
}
