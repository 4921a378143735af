package org.parley.chat.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomFrameTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "Grüße 😀 — 日本語", "{\"a\":\"\\u0000\"}"})
  void arrivesAsItWasSent(String text) {
    RoomFrame frame = new RoomFrame(Long.MAX_VALUE, 41, -7, text);
    assertThat(RoomFrame.fromBytes(frame.toBytes())).isEqualTo(frame);
  }

  @Test
  void isForEverybodyWhenItIsAChange() {
    ServerFrame.NewMessage message =
        new ServerFrame.NewMessage(900, 3, 7, "alice", "hello", 1, 42, 45, new UUID(0, 1), 1_000);
    RoomFrame frame = RoomFrame.change(message);
    assertThat(frame).isEqualTo(new RoomFrame(45, 42, 0, FrameCodec.encode(message)));
    assertThat(frame.isChange()).isTrue();
  }

  @Test
  void sparesThePersonItIsAbout() {
    ServerFrame.UserJoined joined = new ServerFrame.UserJoined("alice", 7, 3);
    RoomFrame frame = RoomFrame.about(7, joined);
    assertThat(frame).isEqualTo(new RoomFrame(0, 0, 7, FrameCodec.encode(joined)));
    assertThat(frame.isChange()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 23})
  void refusesBytesThatAreTooFew(int length) {
    assertThatIllegalArgumentException().isThrownBy(() -> RoomFrame.fromBytes(new byte[length]));
  }
}
