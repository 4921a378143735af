package org.parley.system.chaos;

import static org.parley.system.chaos.ChaosSystem.kill;
import static org.parley.system.chaos.ChaosSystem.terminate;
import static org.parley.system.chaos.Fault.atOrigin;
import static org.parley.system.chaos.Fault.steady;
import static org.parley.system.support.Patience.await;
import static org.parley.system.support.Patience.pause;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.parley.system.support.Signal;

/** The faults, one after another; each leaves the system whole. */
final class Faults {

  private static final Duration SHORT = Duration.ofSeconds(10);
  private static final Duration LONG = Duration.ofSeconds(60);

  /** What Redis brings, and nothing is wrong with it. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  /** What the sweep brings. */
  private static final Duration BY_SWEEP = Duration.ofSeconds(2);

  /** A client that lost its socket comes back after 0.5 to 1 s, to what may not be there yet. */
  private static final Duration BY_RECONNECTION = Duration.ofSeconds(5);

  private Faults() {}

  /**
   * Those of {@code verify}; with -Dparley.chaos=all all of them, with an expression those whose
   * names it is found in.
   */
  static List<Fault> chosen() {
    String wanted = System.getProperty("parley.chaos", "");
    return all().stream()
        .filter(
            fault ->
                switch (wanted) {
                  case "", "some" -> fault.always();
                  case "all" -> true;
                  default -> Pattern.compile(wanted).matcher(fault.name()).find();
                })
        .toList();
  }

  private static List<Fault> all() {
    List<Fault> all = new ArrayList<>(ofInstances());
    all.addAll(ofRedis());
    all.addAll(PostgresFaults.all());
    all.addAll(ofOthers());
    return all;
  }

  private static List<Fault> ofInstances() {
    return List.of(
        atOrigin("kill -9 an instance", 20, BY_RECONNECTION, Faults::killInstance),
        atOrigin("rolling restart of both", 40, BY_RECONNECTION, Faults::rollingRestart),
        new Fault(
            "rolling restart, seen in browsers",
            Duration.ofSeconds(75),
            BY_RECONNECTION,
            List.of("--drop-every", "0s"),
            true,
            false,
            new SeenInBrowsers()),
        steady(
            "an instance stopped for 20 s in mid-commit",
            35,
            Duration.ofSeconds(22),
            false,
            Faults::stoppedInMidCommit),
        steady(
            "an instance's clock 5 minutes off",
            120,
            Duration.ofSeconds(25),
            false,
            new WrongClock()),
        steady(
            "presences of an instance killed",
            75,
            BY_RECONNECTION,
            false,
            Presences::ofAKilledInstance));
  }

  private static List<Fault> ofRedis() {
    return List.of(
        steady("Redis gone for 10 s", 15, BY_SWEEP, true, system -> withoutRedis(system, SHORT)),
        steady(
            "a tenth of the publishes lost",
            15,
            BY_SWEEP,
            true,
            system -> losingPublishes(system, SHORT)),
        steady("Redis gone for 60 s", 70, BY_SWEEP, false, Faults::withoutRedisForLong),
        steady(
            "Redis stopped for 20 s",
            35,
            BY_SWEEP,
            false,
            system -> stopped(system.local().description().redis().pid(), Duration.ofSeconds(20))),
        steady(
            "Redis restarted empty",
            15,
            BY_SWEEP,
            false,
            system -> withoutRedis(system, Duration.ZERO)),
        steady(
            "presences when Redis comes back empty",
            25,
            BY_SWEEP,
            false,
            Presences::whenRedisComesBackEmpty),
        steady(
            "a connection to Redis half-open for 20 s",
            35,
            BY_SWEEP,
            false,
            system -> halfOpen(system, Duration.ofSeconds(20))));
  }

  private static List<Fault> ofOthers() {
    return List.of(
        steady("readers that stop reading", 15, AT_ONCE, true, StuckReaders::run),
        steady("the same send on two instances", 8, AT_ONCE, true, Repeats::onTwoInstances),
        steady("the same send after edit and kick", 15, AT_ONCE, false, Repeats::afterEditAndKick),
        steady("user-service gone for 60 s", 75, AT_ONCE, false, Faults::withoutUserService),
        steady(
            "user-service hangs for 20 s",
            35,
            AT_ONCE,
            false,
            system -> {
              system.users().forEach(FaultyLine::stall);
              pause(Duration.ofSeconds(20));
              system.users().forEach(FaultyLine::heal);
            }),
        new Fault(
            "clients dropped every 2 s",
            Duration.ofSeconds(30),
            BY_RECONNECTION,
            List.of("--drop-every", "2s"),
            false,
            false,
            system -> {}));
  }

  private static void killInstance(ChaosSystem system) {
    kill(system.pid(0));
    pause(Duration.ofSeconds(2));
    system.local().restarts().chat(0);
  }

  private static void rollingRestart(ChaosSystem system) {
    for (int i = 0; i < ChaosSystem.INSTANCES; i++) {
      terminate(system.pid(i), Duration.ofSeconds(25));
      system.local().restarts().chat(i);
    }
  }

  /** Its commit is done, and it does not get to hear of it. */
  private static void stoppedInMidCommit(ChaosSystem system) {
    long pid = system.pid(0);
    FaultyLine line = system.postgres(0);
    line.atRequest(Fault::isSend, () -> Signal.send("STOP", pid));
    try {
      await("it is stopped", line::hasActed);
      pause(Duration.ofSeconds(20));
    } finally {
      line.heal();
      Signal.send("CONT", pid);
    }
  }

  /** As a machine that is out of breath, in the middle of whatever it does. */
  private static void stopped(long pid, Duration time) {
    Signal.send("STOP", pid);
    pause(time);
    Signal.send("CONT", pid);
  }

  private static void withoutRedis(ChaosSystem system, Duration time) {
    kill(system.local().description().redis().pid());
    pause(time);
    system.local().restarts().redis();
  }

  private static void withoutRedisForLong(ChaosSystem system) {
    Outage outage = new Outage(system, "redis", "Redis");
    kill(system.local().description().redis().pid());
    try {
      outage.last(LONG);
    } finally {
      system.local().restarts().redis();
    }
    outage.end();
  }

  private static void losingPublishes(ChaosSystem system, Duration time) {
    LosesPublishes filter = new LosesPublishes(0.1);
    system.redis().forEach(line -> line.filter(filter));
    pause(time);
    await("some were lost", () -> filter.lost() > 0);
    system.redis().forEach(FaultyLine::heal);
  }

  private static void halfOpen(ChaosSystem system, Duration time) {
    system.redis(0).stall();
    pause(time);
    system.redis(0).heal();
  }

  private static void withoutUserService(ChaosSystem system) {
    Outage outage = new Outage(system, "user_service", "user-service");
    kill(system.local().description().userService().pid());
    try {
      outage.last(LONG);
    } finally {
      system.local().restarts().userService();
    }
    outage.end();
  }
}
