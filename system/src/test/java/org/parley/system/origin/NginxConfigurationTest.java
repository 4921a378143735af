package org.parley.system.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.settings.SystemSettings;

class NginxConfigurationTest {

  @Test
  void fillsInItsOwnVariablesAndLeavesThoseOfNginx() {
    String filled =
        NginxConfiguration.fill(
            "listen ${PARLEY_ORIGIN_PORT}; # $uri ${host}", Map.of("PARLEY_ORIGIN_PORT", "a$1"));

    assertThat(filled).isEqualTo("listen a$1; # $uri ${host}");
  }

  @Test
  void refusesAVariableNobodyKnows() {
    assertThatThrownBy(() -> NginxConfiguration.fill("${PARLEY_MOON}", Map.of()))
        .hasMessageContaining("PARLEY_MOON");
  }

  @Test
  void rendersTheConfigurationOfTheProjectWithEveryChatInstance(@TempDir Path folder)
      throws IOException {
    SystemSettings settings = SystemSettings.from(Map.of());

    new NginxConfiguration(settings.project().nginxConfiguration())
        .render(folder, NginxConfiguration.variables(settings));

    assertThat(folder.resolve("nginx.conf")).exists();
    assertThat(Files.readString(folder.resolve("server.conf")))
        .contains("listen 127.0.0.1:8080;")
        .doesNotContain("${PARLEY_");
    assertThat(Files.readString(folder.resolve("upstreams.conf")))
        .contains("127.0.0.1:9080", "server 127.0.0.1:9081", "server 127.0.0.1:9082")
        .contains("127.0.0.1:9980", "server 127.0.0.1:9981", "server 127.0.0.1:9982");
    assertThat(folder.resolve("server-grpc.conf")).doesNotExist();
  }
}
