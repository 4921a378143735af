package org.parley.system.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.parley.contract.golden.GoldenFile;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TokenSigner;
import org.parley.system.support.WithRunningSystem;

/**
 * Plays every case of bad input against a chat instance and holds the answers against
 * docs/refusals-socket.md. After each case nothing is stored that should not be, and the socket
 * lives on, or has ended and others are served. To change the document on purpose run this test
 * with {@code -Dparley.golden.rewrite=true} and review what changed.
 */
@WithRunningSystem
class SocketBadInputIT {

  private static final Path DOCUMENT = Path.of("..", "docs", "refusals-socket.md");

  private static final Pattern ALARM = Pattern.compile(" id=\\S* +\\S+ +[WE] ");

  private final RunningSystem system;

  SocketBadInputIT(RunningSystem system) {
    this.system = system;
  }

  @TestFactory
  Stream<DynamicNode> isRefusedAsDocumented() throws Exception {
    List<Group> groups = new ArrayList<>();
    groups.addAll(HandshakeCases.groups());
    groups.addAll(ConversationCases.groups());
    groups.addAll(TokenCases.groups(TokenSigner.of(system.signingKey())));
    groups.addAll(FieldCases.groups());
    groups.addAll(ChangeCases.groups());
    groups.addAll(TextCases.groups());
    groups.addAll(WireCases.groups());

    long logged = Files.size(system.chatLog(0));
    Scene.Cast cast = Scene.Cast.signUp(system);
    IdentityHashMap<BadInput, List<String>> results = new IdentityHashMap<>();
    Stream<DynamicNode> cases =
        groups.stream()
            .map(
                group ->
                    DynamicContainer.dynamicContainer(
                        group.title(),
                        group.cases().stream()
                            .map(
                                one ->
                                    DynamicTest.dynamicTest(
                                        one.sent(), () -> results.put(one, play(one, cast))))));
    return Stream.concat(
        cases,
        Stream.of(
            DynamicTest.dynamicTest(
                "no alarm in the log", () -> assertThat(alarms(logged)).isEmpty()),
            DynamicTest.dynamicTest(
                "docs/refusals-socket.md",
                () -> new GoldenFile(DOCUMENT).assertSays(RefusalsTable.render(groups, results)))));
  }

  private List<String> play(BadInput one, Scene.Cast cast) throws IOException {
    try (Scene scene = new Scene(system, cast, one.start())) {
      one.script().play(scene);
      List<String> answers = List.copyOf(scene.answers(one.answers().size()));
      assertThat(answers)
          .extracting(answer -> answer.replaceFirst(": .*", ""))
          .isEqualTo(one.answers());
      if (one.endsTheSocket()) {
        scene.assertEnded();
      } else if (one.start() != Start.OUTSIDE) {
        scene.assertAlive();
      }
      assertThat(scene.stored()).as("messages stored").isEqualTo(one.stored());
      return answers;
    }
  }

  /**
   * What the instance logged since as a warning or worse: a client's mistakes are not worth one.
   */
  private List<String> alarms(long from) throws IOException {
    byte[] log = Files.readAllBytes(system.chatLog(0));
    return new String(log, (int) from, log.length - (int) from, StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> ALARM.matcher(line).find())
        .toList();
  }
}
