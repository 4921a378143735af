package org.parley.chat.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HandshakeTest {

  private static final List<String> OURS = List.of("parley.v1.batch", "parley.v1");

  private final Handshake handshake = new Handshake();

  @Test
  void agreesOnManyRoomsWhereTheClientKnowsThem() {
    assertThat(handshake.getNegotiatedSubprotocol(OURS, List.of("other", "parley.v1")))
        .isEqualTo("parley.v1");
  }

  @Test
  void agreesOnJoinedFramesWhereTheClientReadsThem() {
    assertThat(
            handshake.getNegotiatedSubprotocol(OURS, List.of("parley.v1", "parley.v1.batch", "x")))
        .isEqualTo("parley.v1.batch");
    assertThat(handshake.getNegotiatedSubprotocol(OURS, List.of("parley.v1.batch")))
        .isEqualTo("parley.v1.batch");
  }

  @Test
  void agreesOnNoSubprotocolWithEverybodyElse() {
    assertThat(handshake.getNegotiatedSubprotocol(OURS, List.of())).isEmpty();
    assertThat(handshake.getNegotiatedSubprotocol(OURS, List.of("parley.v9"))).isEmpty();
  }

  @Test
  void letsClientsInThatAreNoBrowsers() {
    assertThat(handshake.checkOrigin(null)).isTrue();
    assertThat(handshake.checkOrigin("")).isTrue();
  }
}
