package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.parley.system.chaos.ChaosSystem.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.parley.system.edge.Edge;
import org.parley.system.edge.Identity;
import org.parley.system.monitoring.NodeExporter;
import org.parley.system.monitoring.PrometheusServer;
import org.parley.system.run.SystemDescription;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;

/**
 * Alerts, each fired by its fault: {@code ./mvnw -Palerts}, half an hour. Faults that do not
 * disturb each other come together. How long each took is in target/alerts/table.md.
 */
@EnabledIfSystemProperty(named = "parley.alerts", matches = "true")
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AlertsIT {

  /** A page that comes later is none. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private static final Duration GLANCE = Duration.ofSeconds(1);

  private final Map<String, Long> seconds = new LinkedHashMap<>();
  private final List<AutoCloseable> parts = new ArrayList<>();
  private ChaosSystem system;
  private PrometheusServer prometheus;
  private Edge edge;
  private SmallDisk disk;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    PrometheusServer.require();
    assumeTrue(SmallDisk.isPossible(), "Only root can mount a small disk.");
    system = kept(ChaosSystem.start());
    disk = kept(SmallDisk.in(folder));
    SystemDescription description = system.local().description();
    edge =
        kept(
            Edge.of(RunningSystem.at(system.descriptionFile()), folder.resolve("edge"))
                .name("chat-service", "127.0.0.1")
                .start());
    NodeExporter node = kept(NodeExporter.start());
    prometheus =
        kept(
            PrometheusServer.start(
                folder.resolve("prometheus"),
                Map.of(
                    "chat-service",
                    description.chat().stream().map(at -> "localhost:" + at.port()).toList(),
                    "user-service",
                    List.of("localhost:" + description.userService().port()),
                    "edge",
                    List.of(edge.metrics("").getAuthority()),
                    "node",
                    List.of(node.address()))));
    kept(new Chatter(system, 5));
    Patience.pause(Duration.ofMinutes(1));
    assertThat(prometheus.alerts("firing")).as("before anything was broken").isEmpty();
  }

  @AfterAll
  void end() throws Exception {
    Path table = Path.of("target", "alerts", "table.md");
    Files.createDirectories(table.getParent());
    Files.write(
        table,
        seconds.entrySet().stream()
            .map(one -> "| `" + one.getKey() + "` | " + one.getValue() + " s |")
            .toList());
    for (AutoCloseable part : parts.reversed()) {
      part.close();
    }
  }

  @Test
  @Order(1)
  void redisGoneUserServiceOutOfReachADiskFullAndACertificateThatEnds(@TempDir Path folder)
      throws Exception {
    kill(system.local().description().redis().pid());
    system.users().forEach(FaultyLine::cut);
    disk.fill();
    Identity.make(folder).writeTo(edge.tls());
    expect(
        "DegradedRedis", "DegradedUserService", "DiskAlmostFull", "DiskLow", "CertificateExpires");
    system.local().restarts().redis();
    int port = system.local().description().userService().grpcPort();
    system.users().forEach(line -> line.leadTo(port));
  }

  @Test
  @Order(2)
  void aDeafSubscriptionUserServiceGoneTheEdgeGone() throws Exception {
    system.redis(0).filter(LosesPublishes.andCanaries());
    kill(system.local().description().userService().pid());
    edge.close();
    expect("SubscriptionDeaf", "UserServiceDown", "EdgeDown");
    system.redis(0).heal();
    system.local().restarts().userService();
  }

  @Test
  @Order(3)
  void postgresqlGone() throws Exception {
    system.postgres().forEach(FaultyLine::cut);
    expect("DegradedPostgresql", "ProbesLost", "BudgetBurnsFast");
    int port = system.local().description().postgres().port();
    system.postgres().forEach(line -> line.leadTo(port));
  }

  @Test
  @Order(4)
  void postgresqlSlowAndAConfigurationThatIsNone() throws Exception {
    system.postgres().forEach(line -> line.slow(Duration.ofMillis(1_500)));
    prometheus.breakConfiguration();
    expect("AppendsSlow", "ConfigurationRefused");
    system.postgres().forEach(FaultyLine::heal);
  }

  @Test
  @Order(5)
  void anInstanceGone() throws Exception {
    kill(system.pid(0));
    expect("InstanceDown", "ChatWithoutSpare");
  }

  @Test
  @Order(6)
  void allOfThemGone() throws Exception {
    kill(system.pid(1));
    expect("ChatServiceDown");
  }

  /** Waits until each of them fires, and notes when it did. */
  private void expect(String... alerts) {
    long from = System.nanoTime();
    Set<String> wanted = Set.of(alerts);
    while (!seconds.keySet().containsAll(wanted)) {
      long now = (System.nanoTime() - from) / 1_000_000_000;
      for (String alert : prometheus.alerts("firing")) {
        if (wanted.contains(alert) && seconds.putIfAbsent(alert, now) == null) {
          System.out.println(alert + " fires after " + now + " s");
        }
      }
      assertThat(now)
          .as(
              "what does not fire: %s",
              wanted.stream().filter(one -> !seconds.containsKey(one)).collect(Collectors.toSet()))
          .isLessThan(LIMIT.toSeconds());
      Patience.pause(GLANCE);
    }
  }

  private <T extends AutoCloseable> T kept(T part) {
    parts.add(part);
    return part;
  }
}
