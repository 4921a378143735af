package org.parley.contract.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sampled span, as it travels between processes: {@code traceparent} of W3C Trace Context, level
 * 1, version 00. Trace state is not used.
 *
 * @param text 55 ASCII characters
 */
public record TraceParent(String text) {

  /** Characters of {@link #text}: version, trace id, span id, flags, and what is between them. */
  public static final int LENGTH = 2 + 1 + 32 + 1 + 16 + 1 + 2;

  /** The name it has where headers have names. */
  public static final String HEADER = "traceparent";

  private static final Pattern SAMPLED =
      Pattern.compile("00-((?!0{32})[0-9a-f]{32})-((?!0{16})[0-9a-f]{16})-01");

  public TraceParent {
    if (!SAMPLED.matcher(text).matches()) {
      throw new IllegalArgumentException("not a sampled traceparent of version 00");
    }
  }

  /** The span's; empty for one that is not sampled. */
  public static Optional<TraceParent> of(Span sampled) {
    SpanContext span = sampled.getSpanContext();
    return span.isValid() && span.isSampled()
        ? Optional.of(new TraceParent("00-" + span.getTraceId() + "-" + span.getSpanId() + "-01"))
        : Optional.empty();
  }

  /** What came in a header; empty for nothing, for one that is not sampled, and for nonsense. */
  public static Optional<TraceParent> parse(@Nullable String header) {
    return header != null && SAMPLED.matcher(header).matches()
        ? Optional.of(new TraceParent(header))
        : Optional.empty();
  }

  /** The span it came from. */
  public SpanContext span() {
    Matcher parts = SAMPLED.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("checked when it was made");
    }
    return SpanContext.createFromRemoteParent(
        parts.group(1), parts.group(2), TraceFlags.getSampled(), TraceState.getDefault());
  }
}
