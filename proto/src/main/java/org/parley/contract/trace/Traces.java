package org.parley.contract.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Begins spans. Without telemetry every span is the invalid one, on which everything may be called
 * and nothing happens. Thread-safe.
 */
public final class Traces {

  /** No telemetry. */
  public static final Traces OFF = new Traces(OpenTelemetry.noop());

  private static final String SCOPE = "org.parley";

  private final Tracer tracer;
  private final boolean on;

  public Traces(OpenTelemetry telemetry) {
    tracer = telemetry.getTracer(SCOPE);
    // A telemetry that is switched off makes invalid spans. This one never ends, so nobody is told
    // of it.
    on = tracer.spanBuilder("trial").setNoParent().startSpan().getSpanContext().isValid();
  }

  /** Off unless the server has MicroProfile Telemetry: {@code PARLEY_TRACES}. */
  public static Traces of(Instance<OpenTelemetry> telemetry) {
    return telemetry.isResolvable() ? new Traces(telemetry.get()) : OFF;
  }

  /** Whether spans are made at all, sampled or not. */
  public boolean isOn() {
    return on;
  }

  /** A span below the current one of this thread; the first of a trace when there is none. */
  public Span begin(String name, SpanKind kind) {
    return on ? tracer.spanBuilder(name).setSpanKind(kind).startSpan() : Span.getInvalid();
  }

  /** Begins what somebody asked for, in a span that ends with it. */
  public <T> CompletionStage<T> trace(String name, Supplier<CompletionStage<T>> work) {
    if (!on) {
      return work.get();
    }
    Span span = begin(name, SpanKind.SERVER);
    try {
      return Context.current()
          .with(span)
          .wrapSupplier(work)
          .get()
          .whenComplete((done, failure) -> end(span, failure));
    } catch (RuntimeException e) {
      end(span, e);
      throw e;
    }
  }

  private static void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      Throwable inner = failure.getCause();
      Throwable cause = failure instanceof CompletionException && inner != null ? inner : failure;
      span.setStatus(StatusCode.ERROR, cause.getClass().getSimpleName());
    }
    span.end();
  }

  /** A span below the current one; none when there is none that is sampled. */
  public Span beginWithin(String name, SpanKind kind) {
    return on && Span.current().getSpanContext().isSampled()
        ? begin(name, kind)
        : Span.getInvalid();
  }

  /**
   * A span of what is done for many at once, with a link to each of them that is sampled; none
   * where none is.
   */
  public Span beginFor(String name, Stream<Span> many) {
    List<SpanContext> sampled =
        on ? many.map(Span::getSpanContext).filter(SpanContext::isSampled).toList() : List.of();
    if (sampled.isEmpty()) {
      return Span.getInvalid();
    }
    // Below the first of them: a root would be sampled by chance, and mostly not be there.
    SpanBuilder builder =
        tracer.spanBuilder(name).setParent(Context.root().with(Span.wrap(sampled.getFirst())));
    sampled.forEach(builder::addLink);
    return builder.startSpan();
  }

  /** A span below one of another process; none when there is no telemetry here. */
  public Span beginBelow(SpanContext elsewhere, String name, SpanKind kind) {
    return on
        ? tracer
            .spanBuilder(name)
            .setParent(Context.root().with(Span.wrap(elsewhere)))
            .setSpanKind(kind)
            .startSpan()
        : Span.getInvalid();
  }

  /** Does the work with this span as the current one. */
  public static void within(Span span, Runnable work) {
    if (span.getSpanContext().isValid()) {
      Context.current().with(span).wrap(work).run();
    } else {
      work.run();
    }
  }
}
