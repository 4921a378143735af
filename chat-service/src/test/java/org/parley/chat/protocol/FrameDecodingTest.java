package org.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.support.Golden;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/** Golden frames in src/test/resources/golden/frames/client, and what is refused. */
class FrameDecodingTest {

  private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of("auth", new ClientFrame.Auth("header.claims.signature", null)),
        Arguments.of("auth_renew", new ClientFrame.Auth("header.claims.signature", true)),
        Arguments.of("join_room", new ClientFrame.JoinRoom(3L, null, null)),
        Arguments.of("join_room_again", new ClientFrame.JoinRoom(3L, 41L, "epoch-1.7001.1")),
        Arguments.of("leave_room", new ClientFrame.LeaveRoom(3L)),
        Arguments.of("leave_current_room", new ClientFrame.LeaveRoom(null)),
        Arguments.of(
            "send_message", new ClientFrame.SendMessage(3L, ID, "Grüße \"an\" alle 😀\n<b>", 41L)),
        Arguments.of(
            "send_message_to_current_room", new ClientFrame.SendMessage(null, null, "hello", null)),
        Arguments.of("edit_message", new ClientFrame.EditMessage(3L, 42L, "Grüße 😀")),
        Arguments.of("delete_message", new ClientFrame.DeleteMessage(3L, 42L)),
        Arguments.of("react", new ClientFrame.React(3L, 42L, "👍", null)),
        Arguments.of("react_off", new ClientFrame.React(3L, 42L, "👍", false)),
        Arguments.of("mark_read", new ClientFrame.MarkRead(3L, 42L)),
        Arguments.of("typing", new ClientFrame.Typing(3L)),
        Arguments.of("typing_nowhere", new ClientFrame.Typing(null)),
        Arguments.of("ping", new ClientFrame.Ping()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void readsEveryFrame(String name, ClientFrame frame) throws IOException {
    assertThat(FrameCodec.decode(Golden.text("frames/client/" + name))).isEqualTo(frame);
  }

  @Test
  void coversEveryFrame() {
    Set<Class<?>> covered = new LinkedHashSet<>();
    frames().forEach(arguments -> covered.add(arguments.get()[1].getClass()));
    Set<Class<?>> all =
        new LinkedHashSet<>(Arrays.asList(ClientFrame.class.getPermittedSubclasses()));
    assertThat(covered).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void readsWhatIsAbsentAsNull() {
    assertThat(FrameCodec.decode("{\"type\":\"auth\"}"))
        .isEqualTo(new ClientFrame.Auth(null, null));
  }

  @Test
  void ignoresFieldsItDoesNotKnowAndTheirOrder() {
    assertThat(
            FrameCodec.decode(
                "{\"later\":{\"a\":[1]},\"room_id\":3,\"type\":\"join_room\",\"before\":9}"))
        .isEqualTo(new ClientFrame.JoinRoom(3L, null, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{\"type\":\"edit_everything\"}", "{\"type\":\"\"}", "{\"type\":\"AUTH\"}"})
  void saysWhichTypesItDoesNotKnow(String text) {
    assertThat(refusal(text).type()).isEqualTo(ProblemType.UNKNOWN_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "7",
        "\"ping\"",
        "[]",
        "[\"ping\",{}]",
        "[{\"type\":\"ping\"}]",
        "{}",
        "{\"room_id\":3}",
        "{\"type\":null}",
        "{\"type\":{\"a\":1}}",
        "{\"type\":[\"ping\"]}",
        "{\"type\":\"ping\"",
        "{\"type\":\"ping\"} {\"type\":\"ping\"}",
        "{\"type\":\"ping\"}\n{\"type\":\"ping\"}",
        "{\"type\":\"ping\"}x",
        "{type:\"ping\"}",
        "{'type':'ping'}",
        "{\"type\":\"join_room\",\"room_id\":3,\"room_id\":4}",
        "{\"type\":\"ping\",\"type\":\"auth\"}",
        "{\"type\":\"join_room\",\"room_id\":\"3\"}",
        "{\"type\":\"join_room\",\"room_id\":\"\"}",
        "{\"type\":\"join_room\",\"room_id\":3.5}",
        "{\"type\":\"join_room\",\"room_id\":3.0}",
        "{\"type\":\"join_room\",\"room_id\":true}",
        "{\"type\":\"join_room\",\"room_id\":[3]}",
        "{\"type\":\"join_room\",\"room_id\":{}}",
        "{\"type\":\"join_room\",\"room_id\":9223372036854775808}",
        "{\"type\":\"auth\",\"token\":7}",
        "{\"type\":\"auth\",\"token\":\"a.b.c\",\"renew\":\"true\"}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":7}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":false}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":[\"a\"]}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":{\"a\":1}}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"reply_to\":\"1\"}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"reply_to\":1.5}",
        "{\"type\":\"mark_read\",\"room_id\":3,\"seq\":\"1\"}",
        "{\"type\":\"mark_read\",\"room_id\":[3],\"seq\":1}",
        "{\"type\":\"edit_message\",\"room_id\":3,\"seq\":\"1\",\"content\":\"a\"}",
        "{\"type\":\"edit_message\",\"room_id\":3,\"seq\":1,\"content\":[]}",
        "{\"type\":\"delete_message\",\"room_id\":3,\"seq\":1.5}",
        "{\"type\":\"react\",\"room_id\":3,\"seq\":1,\"emoji\":7}",
        "{\"type\":\"react\",\"room_id\":3,\"seq\":1,\"emoji\":\"👍\",\"on\":\"false\"}",
        "{\"type\":\"react\",\"room_id\":3,\"seq\":1,\"emoji\":\"👍\",\"on\":0}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"client_msg_id\":\"first\"}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"client_msg_id\":\"\"}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"client_msg_id\":\" \"}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"client_msg_id\":7}",
        "{\"type\":\"send_message\",\"room_id\":3,\"content\":\"a\",\"client_msg_id\":\"AZChssPUfl+KmwwdLj9KWw==\"}",
      })
  void refusesWhatIsNoFrame(String text) {
    ProblemException refusal = refusal(text);
    assertThat(refusal.type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
    assertThat(refusal.getMessage()).doesNotContain("jackson", "org.parley", "java.");
  }

  @ParameterizedTest
  @CsvSource({"x, 65536", "é, 32768", "€, 21845", "😀, 16384"})
  void measuresFramesInBytesOfUtf8(String character, int mostThatFit) {
    assertThat(FrameCodec.isTooLong(character.repeat(mostThatFit))).isFalse();
    assertThat(FrameCodec.isTooLong(character.repeat(mostThatFit) + character)).isTrue();
  }

  @Test
  void refusesNestingBombs() {
    String bomb = "{\"type\":\"ping\",\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}";
    assertThat(refusal(bomb).type()).isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void saysWhichFieldIsWrong() {
    assertThat(refusal("{\"type\":\"join_room\",\"room_id\":\"3\"}"))
        .hasMessage("The field \"room_id\" has a value of the wrong type.");
    assertThat(refusal("{\"type\":\"join_room\",\"room_id\":9223372036854775808}"))
        .hasMessage("The field \"room_id\" has a value of the wrong type.");
    assertThat(refusal("{\"room_id\":3}")).hasMessage("A frame needs a \"type\".");
    assertThat(refusal("[]")).hasMessage("A frame is a JSON object.");
    assertThat(refusal("{")).hasMessage("The frame is not valid JSON.");
  }

  @Test
  void neverRepeatsContentInAnErrorOrALog() throws IOException {
    assertThat(
            refusal("{\"type\":\"send_message\",\"room_id\":\"x\",\"content\":\"secret\"}")
                .getMessage())
        .doesNotContain("secret");
    assertThat(FrameCodec.decode(Golden.text("frames/client/auth")).toString())
        .doesNotContain("claims");
    assertThat(FrameCodec.decode(Golden.text("frames/client/send_message")).toString())
        .doesNotContain("Gr");
  }

  private static ProblemException refusal(String text) {
    ProblemException[] refusal = new ProblemException[1];
    assertThatThrownBy(() -> FrameCodec.decode(text))
        .isInstanceOfSatisfying(ProblemException.class, thrown -> refusal[0] = thrown);
    return refusal[0];
  }
}
