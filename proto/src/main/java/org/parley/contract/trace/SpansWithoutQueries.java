package org.parley.contract.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;

/**
 * Takes the query out of what Open Liberty tells of requests: in a search it is what somebody
 * typed. Found by the server through META-INF/services, where there are traces.
 */
public final class SpansWithoutQueries implements AutoConfigurationCustomizerProvider {

  private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");

  @Override
  public void customize(AutoConfigurationCustomizer telemetry) {
    telemetry.addSpanExporterCustomizer((exporter, settings) -> new Exporter(exporter));
  }

  private record Exporter(SpanExporter next) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      List<SpanData> told =
          spans.stream()
              .map(span -> span.getAttributes().get(QUERY) == null ? span : new Span(span))
              .toList();
      return next.export(told);
    }

    @Override
    public CompletableResultCode flush() {
      return next.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
      return next.shutdown();
    }
  }

  private static final class Span extends DelegatingSpanData {

    private final Attributes attributes;

    Span(SpanData whole) {
      super(whole);
      attributes = whole.getAttributes().toBuilder().remove(QUERY).build();
    }

    @Override
    public Attributes getAttributes() {
      return attributes;
    }
  }
}
