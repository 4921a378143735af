package org.parley.system.guard;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.settings.Ports;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

class PortCheckTest {

  @TempDir Path folder;

  @Test
  void namesTheTakenPortWhoHasItAndTheVariableThatChangesIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = portsWith(Map.of("PARLEY_ORIGIN_PORT", Integer.toString(taken.getLocalPort())));

      assertThatThrownBy(() -> PortCheck.requireFree(ports))
          .isInstanceOf(StartProblem.class)
          .hasMessageStartingWith(
              "Port " + taken.getLocalPort() + ", meant for the origin, is taken")
          .hasMessageContaining("PARLEY_ORIGIN_PORT");
    }
  }

  @Test
  void isContentWithFreePorts() {
    Ports ports = portsWith(Map.of());

    assertThatCode(() -> PortCheck.requireFree(ports)).doesNotThrowAnyException();
  }

  private Ports portsWith(Map<String, String> changes) {
    return SystemSettings.isolated(folder, changes).ports().withFreePortsChosen();
  }
}
