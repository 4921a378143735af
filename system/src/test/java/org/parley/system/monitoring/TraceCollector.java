package org.parley.system.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** What takes traces, as a collector of OpenTelemetry does: OTLP over HTTP, in Protocol Buffers. */
final class TraceCollector implements AutoCloseable {

  /** service.name and parley.server_id of a resource. */
  record Teller(String service, String instance) {}

  /**
   * A span.
   *
   * @param teller who told of it
   * @param links ids of the spans it links to
   * @param text all of it, for what must not be in it
   */
  record Told(
      Teller teller,
      String name,
      String traceId,
      String id,
      String parentId,
      List<String> links,
      String text) {

    private static Told of(Resource resource, Span span) {
      return new Told(
          new Teller(attribute(resource, "service.name"), attribute(resource, "parley.server_id")),
          span.getName(),
          hex(span.getTraceId()),
          hex(span.getSpanId()),
          hex(span.getParentSpanId()),
          span.getLinksList().stream().map(link -> hex(link.getSpanId())).toList(),
          span.toString());
    }

    private static String attribute(Resource resource, String key) {
      return resource.getAttributesList().stream()
          .filter(one -> one.getKey().equals(key))
          .map(KeyValue::getValue)
          .map(value -> value.getStringValue())
          .findFirst()
          .orElse("");
    }

    private static String hex(com.google.protobuf.ByteString bytes) {
      return HexFormat.of().formatHex(bytes.toByteArray());
    }

    String service() {
      return teller.service();
    }

    String instance() {
      return teller.instance();
    }

    boolean isRoot() {
      return parentId.isEmpty();
    }
  }

  private final List<Told> spans = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  TraceCollector() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::take);
    server.setExecutor(threads);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    ExportTraceServiceRequest request =
        ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
    for (ResourceSpans told : request.getResourceSpansList()) {
      told.getScopeSpansList().stream()
          .flatMap(scope -> scope.getSpansList().stream())
          .forEach(span -> spans.add(Told.of(told.getResource(), span)));
    }
    byte[] answer = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
    exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
    exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
    exchange.close();
  }

  /** What {@code OTEL_EXPORTER_OTLP_ENDPOINT} says. */
  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Spans of this name, in the order they were told of. */
  Stream<Told> named(String name) {
    return spans.stream().filter(span -> span.name().equals(name));
  }

  List<Told> all() {
    return List.copyOf(spans);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
