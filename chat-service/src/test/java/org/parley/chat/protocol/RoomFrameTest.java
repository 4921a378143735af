package org.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.trace.TraceParent;

class RoomFrameTest {

  private static final UUID ID = new UUID(0, 1);

  private static final TraceParent TRACE =
      new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

  static Stream<Arguments> kindsAndTexts() {
    return Arrays.stream(RoomFrame.Kind.values())
        .flatMap(
            kind ->
                Stream.of("", "hello", "Grüße 😀 — 日本語", "{\"a\":\"\\u0000\"}")
                    .map(text -> Arguments.of(kind, text)));
  }

  @ParameterizedTest
  @MethodSource("kindsAndTexts")
  void arrivesAsItWasSent(RoomFrame.Kind kind, String text) {
    RoomFrame frame = new RoomFrame(kind, Long.MAX_VALUE, 41, -7, text);
    assertThat(RoomFrame.fromBytes(frame.toBytes())).isEqualTo(frame);
    RoomFrame traced = frame.tracedBy(Optional.of(TRACE));
    assertThat(RoomFrame.fromBytes(traced.toBytes())).isEqualTo(traced);
    assertThat(RoomFrame.fromBytes(frame.tracedBy(Optional.empty()).toBytes())).isEqualTo(frame);
  }

  @Test
  void ofATraceIsOfAKindThatOldInstancesSkip() {
    RoomFrame traced =
        new RoomFrame(RoomFrame.Kind.SENT, 1, 1, 0, "hello").tracedBy(Optional.of(TRACE));
    assertThat(traced.toBytes()[0]).isEqualTo((byte) 'S');
    byte[] cutOff = Arrays.copyOf(traced.toBytes(), 40);
    assertThatIllegalArgumentException().isThrownBy(() -> RoomFrame.fromBytes(cutOff));
  }

  @Test
  void doesNotTellOthersWhenItWasCommitted() {
    RoomFrame frame = new RoomFrame(RoomFrame.Kind.SENT, 1, 1, 0, "hello");
    assertThat(RoomFrame.fromBytes(frame.committedAt(7).toBytes())).isEqualTo(frame);
  }

  @Test
  void isForEverybodyWhenItIsAChange() {
    ServerFrame.NewMessage sent =
        new ServerFrame.NewMessage(
            900, 3, 7, "alice", "hello", 1, 42, 45, ID, 1_000, null, null, null, null, null, null);
    assertThat(RoomFrame.sent(sent))
        .isEqualTo(new RoomFrame(RoomFrame.Kind.SENT, 45, 42, 0, FrameCodec.encode(sent)));
  }

  @ParameterizedTest
  @CsvSource({",CHANGED", "1000,DELETED"})
  void tellsARemovalFromOtherChanges(@Nullable Long deletedAtMs, RoomFrame.Kind kind) {
    ServerFrame.MessageChanged changed =
        new ServerFrame.MessageChanged(
            900,
            3,
            7,
            "alice",
            "",
            1,
            42,
            46,
            ID,
            1_000,
            null,
            deletedAtMs,
            null,
            null,
            null,
            null);
    assertThat(RoomFrame.changed(changed))
        .isEqualTo(new RoomFrame(kind, 46, 42, 0, FrameCodec.encode(changed)));
  }

  @Test
  void sparesThePersonItIsAbout() {
    ServerFrame.UserJoined joined = new ServerFrame.UserJoined("alice", 7, 3);
    assertThat(RoomFrame.about(7, joined))
        .isEqualTo(new RoomFrame(RoomFrame.Kind.REMARK, 0, 0, 7, FrameCodec.encode(joined)));
  }

  @Test
  void hasNoTextForSocketsWhenAMembershipEnds() {
    assertThat(RoomFrame.membership(7))
        .isEqualTo(new RoomFrame(RoomFrame.Kind.MEMBERSHIP, 0, 0, 7, ""));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 24})
  void refusesBytesThatAreTooFew(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> RoomFrame.fromBytes(new byte[length]));
  }

  @ParameterizedTest
  @ValueSource(bytes = {-1, 5, 127})
  void refusesAKindItDoesNotKnow(byte kind) {
    byte[] bytes = RoomFrame.membership(7).toBytes();
    bytes[0] = kind;
    assertThatIllegalArgumentException().isThrownBy(() -> RoomFrame.fromBytes(bytes));
  }
}
