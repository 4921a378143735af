package org.parley.system.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.system.settings.SystemSettings;
import org.parley.system.support.Api;

/** What the embedded proxy answers itself; nobody is behind it here. */
class EmbeddedOriginIT {

  private EmbeddedOrigin origin;
  private URI base;

  @BeforeEach
  void start(@TempDir Path folder) {
    SystemSettings isolated = SystemSettings.isolated(folder, Map.of());
    SystemSettings settings = isolated.withPorts(isolated.ports().withFreePortsChosen());
    base = URI.create("http://localhost:" + settings.ports().origin());
    origin = new EmbeddedOrigin(settings);
    origin.start();
  }

  @AfterEach
  void stop() {
    origin.stop();
  }

  @Test
  void servesTheDescriptionOfTheRestInterface() throws Exception {
    HttpResponse<String> answer = get("/openapi");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(answer.body()).isEqualTo(Files.readString(Path.of("../docs/openapi.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi/ui", "/api", "/api/v1/rooms/%2e%2e/metrics", "/health"})
  void refusesWhatIsNobodysWithAProblem(String path) {
    HttpResponse<String> answer = get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"not_found\"");
  }

  /** Held against docs/openapi.yaml in passing. */
  private HttpResponse<String> get(String path) {
    return Api.exchange(HttpRequest.newBuilder(base.resolve(path)).build(), null).http();
  }
}
