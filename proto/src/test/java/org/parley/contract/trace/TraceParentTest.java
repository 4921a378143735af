package org.parley.contract.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  /** The example of W3C Trace Context, §3.2. */
  private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void isTheSpanItWasMadeOf() {
    SpanContext span = TraceParent.parse(SAMPLED).orElseThrow().span();
    assertThat(span.getTraceId()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(span.getSpanId()).isEqualTo("00f067aa0ba902b7");
    assertThat(span.isSampled() && span.isRemote()).isTrue();
    assertThat(TraceParent.of(Span.wrap(span))).contains(new TraceParent(SAMPLED));
    assertThat(TraceParent.of(Span.getInvalid())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00",
        "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\n",
        "anything else",
      })
  void leavesOutWhatIsNotSampledOrNoTraceparent(String header) {
    assertThat(TraceParent.parse(header)).isEmpty();
    assertThatThrownBy(() -> new TraceParent(header)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutTelemetryThereIsNoSpanAndNothingToCarry() {
    Traces off = Traces.OFF;
    assertThat(off.isOn()).isFalse();
    assertThat(off.begin("name", SpanKind.SERVER)).isSameAs(Span.getInvalid());
    assertThat(off.beginFor("name", Stream.of(Span.getInvalid()))).isSameAs(Span.getInvalid());
  }
}
