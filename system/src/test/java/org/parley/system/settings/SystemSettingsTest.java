package org.parley.system.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SystemSettingsTest {

  @Test
  void hasTheDocumentedPortsByDefault() {
    Ports ports = SystemSettings.from(Map.of()).ports();

    assertThat(ports)
        .isEqualTo(new Ports(8080, 9080, 9980, List.of(9081, 9082), List.of(9981, 9982), 0, 0));
  }

  @Test
  void keepsEverythingInTheBuildOutputByDefault() {
    SystemSettings settings = SystemSettings.from(Map.of());

    assertThat(settings.runFolder()).endsWithRaw(Path.of("system/target/local-system"));
    assertThat(settings.dataFolder()).isEqualTo(settings.runFolder().resolve("data"));
    assertThat(settings.descriptionFile()).endsWithRaw(Path.of("system/target/local-system.json"));
  }

  @Test
  void takesPortsFoldersAndOriginServerFromTheEnvironment() {
    SystemSettings settings =
        SystemSettings.from(
            Map.of(
                "PARLEY_ORIGIN_PORT", " 80 ",
                "PARLEY_CHAT_PORTS", "1, 2,3",
                "PARLEY_CHAT_GRPC_PORTS", "4,5,6",
                "PARLEY_DATA_DIR", "/srv/parley",
                "PARLEY_ORIGIN_SERVER", "Embedded",
                "PARLEY_READY_TIMEOUT", "PT5M"));

    assertThat(settings.ports().origin()).isEqualTo(80);
    assertThat(settings.ports().chat()).containsExactly(1, 2, 3);
    assertThat(settings.dataFolder()).isEqualTo(Path.of("/srv/parley"));
    assertThat(settings.originServer()).isEqualTo(OriginServer.EMBEDDED);
    assertThat(settings.readyTimeout()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void takesAnEmptyVariableForAnUnsetOne() {
    assertThat(SystemSettings.from(Map.of("PARLEY_ORIGIN_PORT", "")).ports().origin())
        .isEqualTo(8080);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PARLEY_ORIGIN_PORT|web",
        "PARLEY_ORIGIN_PORT|-1",
        "PARLEY_REDIS_PORT|65536",
        "PARLEY_CHAT_PORTS|9081,",
        "PARLEY_ORIGIN_SERVER|apache",
        "PARLEY_READY_TIMEOUT|120",
        "PARLEY_READY_TIMEOUT|PT0S"
      })
  void refusesABadValueNamingTheVariableAndTheValue(String variable, String value) {
    assertThatThrownBy(() -> SystemSettings.from(Map.of(variable, value)))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining(variable)
        .hasMessageContaining(value.substring(value.indexOf(',') + 1));
  }

  @Test
  void refusesAPortThatIsAskedForTwice() {
    assertThatThrownBy(() -> SystemSettings.from(Map.of("PARLEY_USER_PORT", "8080")))
        .isInstanceOf(StartProblem.class)
        .hasMessage(
            "Port 8080 is asked for twice: give user-service another one with PARLEY_USER_PORT.");
  }

  @Test
  void refusesListsOfChatPortsThatDoNotMatch() {
    assertThatThrownBy(() -> SystemSettings.from(Map.of("PARLEY_CHAT_PORTS", "9081")))
        .isInstanceOf(StartProblem.class)
        .hasMessageContaining("PARLEY_CHAT_GRPC_PORTS");
  }

  @Test
  void choosesAnotherFreePortForEveryZero(@TempDir Path folder) {
    Ports ports = SystemSettings.isolated(folder, Map.of()).ports().withFreePortsChosen();

    List<Integer> chosen = ports.uses().stream().map(Ports.Use::port).toList();
    assertThat(chosen).doesNotContain(0).hasSize(9).hasSameSizeAs(new HashSet<>(chosen));
  }

  @Test
  void putsAnIsolatedSystemBelowItsFolder(@TempDir Path folder) {
    SystemSettings settings =
        SystemSettings.isolated(folder, Map.of("PARLEY_WS_AUTH_TIMEOUT", "PT1S"));

    assertThat(settings.descriptionFile()).isEqualTo(folder.resolve("local-system.json"));
    assertThat(settings.dataFolder()).startsWithRaw(folder);
    assertThat(settings.environment()).containsEntry("PARLEY_WS_AUTH_TIMEOUT", "PT1S");
  }
}
