package org.parley.system.bench.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FrameScanTest {

  private static final ByteBuf FRAME =
      Unpooled.copiedBuffer("{\"seq\":12,\"seq\":345,\"id\":\"00ff\"}", StandardCharsets.UTF_8);

  private static final AsciiString SEQ = AsciiString.of("\"seq\":");

  @Test
  void findsALabelFromWhereItIsToldTo() {
    int first = FrameScan.after(FRAME, SEQ, 0);
    assertThat(FrameScan.number(FRAME, first)).isEqualTo(12);
    int second = FrameScan.after(FRAME, SEQ, first);
    assertThat(FrameScan.number(FRAME, second)).isEqualTo(345);
    assertThat(FrameScan.after(FRAME, SEQ, second)).isEqualTo(-1);
  }

  @Test
  void readsHexadecimalDigits() {
    int id = FrameScan.after(FRAME, AsciiString.of("\"id\":\""), 0);
    assertThat(FrameScan.hex(FRAME, id, 4)).isEqualTo(255);
  }

  @Test
  void findsNothingBehindTheEnd() {
    assertThat(FrameScan.after(FRAME, AsciiString.of("0ff\"}\n"), 0)).isEqualTo(-1);
    assertThat(FrameScan.number(FRAME, FRAME.writerIndex())).isZero();
  }
}
