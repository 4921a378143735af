package org.parley.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.system.run.SystemDescription;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

@WithRunningSystem
class LocalSystemIT {

  private final RunningSystem system;
  private final HttpClient client = HttpClient.newHttpClient();

  LocalSystemIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void describesPartsThatRunAndListen() throws IOException {
    SystemDescription description = SystemDescription.read(system.descriptionFile());

    assertThat(description.chat()).hasSize(2);
    for (Place place : places(description).toList()) {
      assertThat(ProcessHandle.of(place.pid()))
          .as("process of %s", place)
          .hasValueSatisfying(ProcessHandle::isAlive);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), place.port())) {
        assertThat(socket.isConnected()).isTrue();
      }
    }
  }

  @Test
  void hasAllServicesReadyWhenItSaysSo() throws Exception {
    assertThat(get(system.userService("/health/ready")).statusCode()).isEqualTo(200);
    assertThat(get(system.chat(0, "/health/ready")).statusCode()).isEqualTo(200);
    assertThat(get(system.chat(1, "/health/ready")).statusCode()).isEqualTo(200);
  }

  @Test
  void servesTheBrowserClientAtTheOrigin() throws Exception {
    HttpResponse<String> page = get(system.origin("/"));

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
  }

  /** The first is user-service's, the others are chat's. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/users/me",
        "/api/v1/users/me/rooms",
        "/api/v1/rooms",
        "/api/v1/rooms/1/messages"
      })
  void answersStrangersWithAProblemAtTheOrigin(String path) throws Exception {
    HttpResponse<String> refusal = get(system.origin(path));

    assertThat(refusal.statusCode()).isEqualTo(401);
    assertThat(refusal.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(refusal.body()).contains("\"code\":\"unauthorized\"");
  }

  @Test
  void publishesTheKeysOfTokensAtTheOrigin() throws Exception {
    assertThat(get(system.origin("/.well-known/jwks.json")).body()).contains("\"keys\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/health/ready",
        "/metrics",
        "/metrics/base",
        "/api/v1/../../metrics",
        "/api/%2e%2e/health",
        "/api/v1/..;/..;/..;/metrics",
        "/api/v1/x%2f..%2f..%2f..%2fhealth"
      })
  void keepsHealthAndMetricsInside(String path) throws Exception {
    HttpResponse<String> answer = get(system.origin(path));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(answer.body()).doesNotContain("checks").doesNotContain("mp_scope");
  }

  private HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private static Stream<Place> places(SystemDescription description) {
    return Stream.concat(
        Stream.of(description.userService(), description.postgres(), description.redis()),
        description.chat().stream());
  }
}
