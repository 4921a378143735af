package org.parley.system.bench.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.system.bench.dialect.ParleyDialect;
import org.parley.system.bench.load.Dialect;
import org.parley.system.bench.peer.Contender;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.RestApi;
import org.parley.system.run.SystemDescription;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.WithRunningSystem;

/** The load against a real system: what it counts is what was sent. No figure is judged. */
@WithRunningSystem
class CellIT {

  private static final double PER_SECOND = 20;
  private static final double SECONDS = 2;

  private final SystemDescription system;

  CellIT(RunningSystem running) {
    this.system = running.description();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley.v1", "parley.v1.batch"})
  void countsEveryDeliveryOnBothInstances(String subprotocol) throws Exception {
    Scene scene = new Scene("two-rooms", 2, 8, 2, PER_SECOND, false, 2);

    Map<String, Double> metrics =
        Cell.measureAt(
            scene, new Running(system, new ParleyDialect(subprotocol)), PER_SECOND, SECONDS);

    assertThat(metrics.get("out_of_order_share_at_cost")).as("%s", metrics).isZero();
    double sends = metrics.get("sends_per_s");
    assertThat(metrics.get("deliveries_per_s"))
        .as("each send to each member")
        .isBetween(sends * 7, sends * 9);
    assertThat(metrics.get("p50_ms")).isPositive();
    assertThat(metrics.get("cpu_us_per_delivery")).isPositive();
    assertThat(metrics.get("system_cpu_us_per_delivery"))
        .isGreaterThan(metrics.get("cpu_us_per_delivery"));
  }

  /** A system that is not the benchmark's own. */
  private record Running(SystemDescription system, Dialect dialect) implements Contender {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private RestApi api() {
      return new RestApi(HttpClient.newHttpClient(), List.of(URI.create(system.origin())));
    }

    @Override
    public String name() {
      return "running";
    }

    @Override
    public List<Integer> ports() {
      return system.chat().stream().map(Place::port).toList();
    }

    @Override
    public List<Long> serverPids() {
      return system.chat().stream().map(Place::pid).toList();
    }

    @Override
    public List<Long> pids() {
      return Stream.concat(
              serverPids().stream(),
              Stream.of(system.userService(), system.postgres(), system.redis()).map(Place::pid))
          .toList();
    }

    @Override
    public List<String> people(int count) throws InterruptedException {
      List<String> tokens = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String name = "cell-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        tokens.add(Account.register(api(), name, PATIENCE).token());
      }
      return tokens;
    }

    @Override
    public List<Long> rooms(int count) throws InterruptedException {
      String owner = people(1).getFirst();
      List<Long> rooms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        rooms.add(
            api().post("/rooms", owner, Map.of("name", "cell"), PATIENCE).path("id").asLong());
      }
      return rooms;
    }

    @Override
    public void collectGarbage() {
      // Nobody looks at its memory.
    }

    @Override
    public boolean isDurable() {
      return true;
    }

    @Override
    public void close() {
      // It is not ours.
    }
  }
}
