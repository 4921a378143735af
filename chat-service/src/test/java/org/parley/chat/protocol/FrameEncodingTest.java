package org.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.chat.reading.ReadState;
import org.parley.chat.room.RoomView;
import org.parley.chat.support.Golden;

/**
 * Golden frames in src/test/resources/golden/frames/server: a change of the wire shows in review.
 */
class FrameEncodingTest {

  private static final UUID ID = UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
  private static final RoomView ROOM =
      new RoomView(
          3,
          "Tea",
          "",
          "public",
          7,
          Instant.parse("2026-11-23T10:15:30.123456Z"),
          2,
          41,
          true,
          "owner",
          new ReadState(38, 2, 1),
          "green tea",
          false,
          null);

  private static final List<ServerFrame.Reaction> REACTIONS =
      List.of(
          new ServerFrame.Reaction("👍", 2, List.of(7L, 8L)),
          new ServerFrame.Reaction("❤️", 1, List.of(8L)));

  static Stream<Arguments> frames() {
    return Stream.of(
        Arguments.of(
            "success_authenticated",
            new SocketFrame.Authenticated(
                "Authenticated successfully",
                new SocketFrame.User(7, "alice"),
                70,
                1795429000,
                25_000,
                65_536)),
        Arguments.of("success_left_room", new SocketFrame.LeftRoom("Left room", 3L)),
        Arguments.of("success_left_no_room", new SocketFrame.LeftRoom("Left room", null)),
        Arguments.of(
            "error",
            new SocketFrame.Refused(
                "Failed to send message: Messages cannot be stored right now.",
                "unavailable",
                3L,
                null,
                ID,
                1_000L)),
        Arguments.of(
            "error_about_a_change",
            new SocketFrame.Refused(
                "Failed to edit message: The message was removed.",
                "conflict",
                3L,
                42L,
                null,
                null)),
        Arguments.of(
            "error_bare",
            new SocketFrame.Refused(
                "Please authenticate first", "unauthorized", null, null, null, null)),
        Arguments.of("room_joined", new ServerFrame.RoomJoined(3, ROOM, 41, 44, "epoch-1.7001.1")),
        Arguments.of("resumed", new ServerFrame.Resumed(3, 44)),
        Arguments.of("resync_required", new ServerFrame.ResyncRequired(3, 44, "epoch-1.7001.1")),
        Arguments.of("user_joined", new ServerFrame.UserJoined("alice", 7, 3)),
        Arguments.of("user_left", new ServerFrame.UserLeft("alice", 7, 3)),
        Arguments.of(
            "new_message",
            new ServerFrame.NewMessage(
                900,
                3,
                7,
                "alice",
                "Grüße \"an\" alle 😀\n<b>",
                1795428930,
                42,
                45,
                ID,
                1795428930123L,
                null,
                null,
                null,
                null,
                null,
                null)),
        Arguments.of(
            "new_message_changed_since",
            new ServerFrame.NewMessage(
                900,
                3,
                7,
                "alice",
                "hello",
                1795428930,
                42,
                45,
                ID,
                1795428930123L,
                1795428935000L,
                null,
                REACTIONS,
                41L,
                List.of(8L, 9L),
                true)),
        Arguments.of(
            "new_message_removed_since",
            new ServerFrame.NewMessage(
                901,
                3,
                7,
                "alice",
                "",
                1795428931,
                43,
                46,
                ID,
                1795428931123L,
                null,
                1795428940000L,
                null,
                41L,
                null,
                null)),
        Arguments.of(
            "message_changed",
            new ServerFrame.MessageChanged(
                900,
                3,
                7,
                "alice",
                "hello",
                1795428930,
                42,
                48,
                ID,
                1795428930123L,
                1795428935000L,
                null,
                REACTIONS,
                41L,
                List.of(8L, 9L),
                true)),
        Arguments.of(
            "message_changed_removed",
            new ServerFrame.MessageChanged(
                900,
                3,
                7,
                "alice",
                "",
                1795428930,
                42,
                49,
                ID,
                1795428930123L,
                null,
                1795428940000L,
                null,
                null,
                null,
                null)),
        Arguments.of("change_ack", new ServerFrame.ChangeAck(3, 42, 48)),
        Arguments.of("read", new ServerFrame.Read(3, 41, 2, 1, 44)),
        Arguments.of("kicked", new ServerFrame.Kicked(3, "not_member")),
        Arguments.of("typing", new RoomNews.UserTyping(3, 7, "alice")),
        Arguments.of("room_changed", new RoomNews.RoomChanged(3, "Tea", "green tea", "")),
        Arguments.of("room_added", new RoomNews.RoomAdded(3)),
        Arguments.of("room_removed", new RoomNews.RoomRemoved(3)),
        Arguments.of("muted", new RoomNews.Muted(3, true)),
        Arguments.of("token_expiring", new SocketFrame.TokenExpiring(1795429000)),
        Arguments.of("reconnect", new SocketFrame.Reconnect(700)),
        Arguments.of("message_ack", new ServerFrame.MessageAck(ID, 900, 3, 42, 45, 1795428930123L)),
        Arguments.of("pong", new SocketFrame.Pong(new TreeMap<>(Map.of(3L, 45L, 12L, 0L)))),
        Arguments.of("pong_nowhere", new SocketFrame.Pong(Map.of())));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void readsAsItAlwaysDid(String name, ServerFrame frame) throws IOException {
    assertThat(FrameCodec.encode(frame)).isEqualTo(Golden.text("frames/server/" + name));
  }

  @Test
  void coversEveryFrame() {
    Set<Class<?>> covered = new LinkedHashSet<>();
    frames().forEach(arguments -> covered.add(arguments.get()[1].getClass()));
    assertThat(covered).containsExactlyInAnyOrderElementsOf(kinds(ServerFrame.class).toList());
  }

  /** The records of a sealed interface, and of those it is divided into. */
  static Stream<Class<?>> kinds(Class<?> frames) {
    return frames.isSealed()
        ? Arrays.stream(frames.getPermittedSubclasses()).flatMap(FrameEncodingTest::kinds)
        : Stream.of(frames);
  }
}
