package org.parley.system.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus is told of the edge. */
class EdgeMetricsIT {

  private Edge edge;

  @BeforeEach
  void edge(@TempDir Path folder) throws Exception {
    edge =
        Edge.in(folder).name("chat-service", "127.0.0.1").name("user-service", "127.0.0.1").start();
  }

  @AfterEach
  void stop() {
    edge.close();
  }

  @Test
  void countsAddressesAndReloads() throws Exception {
    assertThat(metrics())
        .contains("\nedge_upstream_addresses{service=\"chat\"} 1\n")
        .contains("\nedge_upstream_addresses{service=\"user\"} 1\n")
        .contains("\nedge_reloads_total 0\n")
        .contains("\nedge_refused 0\n")
        .doesNotContain("edge_certificate");
    edge.name("chat-service", "127.0.0.1", "127.0.0.9");
    awaitMetric("edge_upstream_addresses{service=\"chat\"} 2");
    assertThat(metrics()).contains("\nedge_reloads_total 1\n");
  }

  @Test
  void tellsWhenTheCertificateEndsAndThatOneWasRefused(@TempDir Path folder) throws Exception {
    Identity identity = Identity.make(folder);
    identity.writeTo(edge.tls());
    awaitMetric(
        "edge_certificate_expiry_timestamp_seconds "
            + identity.certificate().getNotAfter().toInstant().getEpochSecond());
    assertThat(metrics()).contains("\nedge_refused 0\n");

    Files.writeString(edge.tls().resolve("fullchain.pem"), "not a certificate");
    awaitMetric("edge_refused 1");
    identity.writeTo(edge.tls());
    awaitMetric("edge_refused 0");
  }

  @Test
  void answersThereAndNowhereElse() throws Exception {
    assertThat(get("/metrics").headers().firstValue("Content-Type"))
        .contains("text/plain; version=0.0.4; charset=utf-8");
    assertThat(get("/").statusCode()).isEqualTo(404);
    assertThat(get("/nginx.pid").statusCode()).isEqualTo(404);
    HttpResponse<String> atTheOrigin = ask(HttpRequest.newBuilder(edge.http("/metrics")).build());
    assertThat(atTheOrigin.body()).doesNotContain("edge_reloads_total");
  }

  private void awaitMetric(String line) {
    edge.await(line, () -> metrics().contains("\n" + line + "\n"));
  }

  private String metrics() {
    return get("/metrics").body();
  }

  private HttpResponse<String> get(String path) {
    return ask(HttpRequest.newBuilder(edge.metrics(path)).build());
  }

  private static HttpResponse<String> ask(HttpRequest request) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
