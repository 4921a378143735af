package org.parley.system.chaos;

import static org.parley.system.chaos.ChaosSystem.await;
import static org.parley.system.chaos.ChaosSystem.kill;
import static org.parley.system.chaos.ChaosSystem.pause;
import static org.parley.system.chaos.ChaosSystem.terminate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  private static final List<String> STEADY = List.of("--drop-every", "0s");

  private Faults() {}

  /** Those of {@code verify}, or all of them. */
  static List<Fault> chosen() {
    boolean all = "all".equals(System.getProperty("parley.chaos"));
    return all().stream().filter(fault -> all || fault.always()).toList();
  }

  private static List<Fault> all() {
    List<Fault> all = new ArrayList<>(ofInstances());
    all.addAll(ofRedis());
    all.addAll(ofPostgres());
    all.addAll(ofOthers());
    return all;
  }

  private static List<Fault> ofInstances() {
    return List.of(
        atOrigin("kill -9 an instance", 25, true, Faults::killInstance),
        atOrigin("rolling restart of both", 50, true, Faults::rollingRestart),
        steady(
            "an instance stopped for 20 s",
            35,
            Duration.ofSeconds(22),
            false,
            system -> stopped(system.pid(0), Duration.ofSeconds(20))));
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
        steady("Redis gone for 60 s", 70, BY_SWEEP, false, system -> withoutRedis(system, LONG)),
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
            "a connection to Redis half-open for 20 s",
            35,
            BY_SWEEP,
            false,
            system -> halfOpen(system, Duration.ofSeconds(20))));
  }

  private static List<Fault> ofPostgres() {
    return List.of(
        steady(
            "PostgreSQL gone for 15 s", 35, Duration.ofSeconds(25), false, Faults::withoutPostgres),
        steady(
            "PostgreSQL slow by 200 ms",
            25,
            BY_SWEEP,
            false,
            system -> {
              system.postgres().forEach(line -> line.slow(Duration.ofMillis(200)));
              pause(Duration.ofSeconds(15));
              system.postgres().forEach(FaultyLine::heal);
            }),
        steady("replies to COMMIT lost", 25, BY_SWEEP, false, Faults::losingReplies));
  }

  private static List<Fault> ofOthers() {
    return List.of(
        steady("readers that stop reading", 30, AT_ONCE, true, StuckReaders::run),
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

  /** With clients that stay, so that only the fault disturbs them. */
  private static Fault steady(
      String name, int writingSeconds, Duration bound, boolean always, Fault.Script script) {
    return new Fault(
        name, Duration.ofSeconds(writingSeconds), bound, STEADY, false, always, script);
  }

  /** With clients that find the instance that is left by the edge. */
  private static Fault atOrigin(
      String name, int writingSeconds, boolean always, Fault.Script script) {
    return new Fault(
        name, Duration.ofSeconds(writingSeconds), BY_RECONNECTION, STEADY, true, always, script);
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

  private static void withoutPostgres(ChaosSystem system) {
    long pid = system.local().description().postgres().pid();
    Signal.send("INT", pid); // its fast shutdown
    ProcessHandle.of(pid).ifPresent(process -> process.onExit().join());
    pause(Duration.ofSeconds(15));
    system.local().restarts().postgres();
  }

  private static void losingReplies(ChaosSystem system) {
    for (int i = 0; i < 10; i++) {
      FaultyLine line = system.postgres(i % ChaosSystem.INSTANCES);
      line.loseReplyTo(request -> request.contains(" says ")); // the checker's messages
      await("a reply is lost", line::hasLostReply);
      pause(AT_ONCE);
    }
  }

  private static void withoutUserService(ChaosSystem system) {
    kill(system.local().description().userService().pid());
    pause(LONG);
    system.local().restarts().userService();
  }
}
