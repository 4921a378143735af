package org.parley.system.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.peer.Contender;
import org.parley.system.bench.peer.Cpus;
import org.parley.system.bench.peer.ParleyContender;
import org.parley.system.bench.peer.SocketIoContender;
import org.parley.system.bench.peer.WsContender;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.result.Sample;
import org.parley.system.bench.result.SoakPoint;
import org.parley.system.bench.scene.Cell;
import org.parley.system.bench.scene.Idle;
import org.parley.system.bench.scene.Scene;
import org.parley.system.bench.scene.Soak;
import org.parley.system.process.Reaper;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;

/**
 * A whole benchmark: everything is started once, then measured in turn, so that what the machine
 * does meanwhile hits all alike.
 */
final class Bench implements AutoCloseable {

  /** What can be measured side by side. */
  static final List<String> CONTENDERS =
      List.of(
          ParleyContender.NAME,
          ParleyContender.NAME_IN_BATCHES,
          SocketIoContender.NAME,
          WsContender.NAME);

  /** Forty points in the usual twenty minutes. */
  private static final long SOAK_STEP_SECONDS = 30;

  private static final double WARM_UP_SECONDS = 15;

  /**
   * More sends than the 50,000 calls after which HotSpot optimises what a send does, as configured
   * (decision 0007): servers that run for weeks are compared, not their first minutes.
   */
  private static final double SENDS_WARM_UP_SECONDS = 45;

  private final Results results;
  private final Progress progress;
  private final LocalSystem system;
  private final Reaper reaper;
  private final ParleyContender parley;
  private final List<Contender> contenders;

  private Bench(
      Results results, Progress progress, LocalSystem system, Reaper reaper, List<String> only) {
    this.results = results;
    this.progress = progress;
    this.system = system;
    this.reaper = reaper;
    this.parley = ParleyContender.of(system);
    this.contenders = new ArrayList<>(List.of(parley, parley.inBatches()));
    if (wants(only, SocketIoContender.NAME)) {
      contenders.add(new SocketIoContender(system, reaper));
    }
    if (wants(only, WsContender.NAME)) {
      contenders.add(new WsContender(system.settings(), reaper));
    }
    contenders.removeIf(contender -> !wants(only, contender.name()));
  }

  private static boolean wants(List<String> only, String name) {
    return only.isEmpty() || only.contains(name);
  }

  /** Starts everything that is to be measured. */
  static Bench start(Results results, List<String> only, Progress progress)
      throws InterruptedException {
    LocalSystem system = OwnSystem.onTheFirstCore();
    progress.line("Parley is ready, its chat instances on core " + Cpus.SERVER);
    try {
      Path peers = system.settings().runFolder().resolve("peers");
      Files.createDirectories(peers);
      results.durability(Durability.of(system));
      return new Bench(results, progress, system, Reaper.start(peers), only);
    } catch (IOException e) {
      system.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      system.close();
      throw e;
    }
  }

  /** A scene on one of its contenders. */
  private record Place(Scene scene, Contender contender) {

    @Override
    public String toString() {
      return scene.name() + " on " + contender.name();
    }
  }

  /** Of the table, scene by scene. */
  private List<Place> places(List<String> scenes) {
    List<Place> places =
        Scene.TABLE.stream()
            .filter(scene -> wants(scenes, scene.name()))
            .flatMap(
                scene -> contenders.stream().filter(scene::suits).map(one -> new Place(scene, one)))
            .toList();
    if (places.isEmpty()) {
      throw new LoadProblem(
          "None of those contenders can do any of those scenes: docs/benchmark.md has both.");
    }
    return places;
  }

  /** Saturation, and cost at half of it. */
  void table(int rounds, List<String> scenes) throws InterruptedException {
    List<Place> places = places(scenes);
    warmUp();
    for (int round = 1; round <= rounds; round++) {
      for (Place place : places) {
        String scene = place.scene().name();
        String contender = place.contender().name();
        if (!results.has(scene, contender, round)) {
          Map<String, Double> metrics = Cell.measure(place.scene(), place.contender());
          Sample sample = new Sample(scene, contender, round, metrics);
          results.add(sample);
          progress.line("round " + round + " of " + rounds + "  " + sample.inShort());
        }
      }
    }
  }

  /** Java and V8 compile what they do often: nobody's first minutes are compared. */
  private void warmUp() throws InterruptedException {
    for (Contender contender : contenders) {
      warmUp(contender, Scene.HOT_ROOM, SENDS_WARM_UP_SECONDS);
      warmUp(contender, Scene.TEN_ROOMS, WARM_UP_SECONDS);
      warmUp(contender, Scene.TWO_INSTANCES, WARM_UP_SECONDS);
      progress.line(contender.name() + " is warm");
    }
  }

  private static void warmUp(Contender contender, Scene scene, double seconds)
      throws InterruptedException {
    if (scene.suits(contender)) {
      Cell.measureAt(scene, contender, scene.beginPerSecond(), seconds);
    }
  }

  /** Memory of sockets that say nothing, and how fast they come. */
  void idle() throws InterruptedException {
    for (Contender contender : contenders) {
      Scene scene = Idle.TEN_THOUSAND;
      if (!results.has(scene.name(), contender.name(), 1)) {
        Map<String, Double> metrics = Idle.measure(scene, contender);
        results.add(new Sample(scene.name(), contender.name(), 1, metrics));
        progress.line(scene.name() + " on " + contender.name() + ": " + metrics);
      }
    }
  }

  void growth() throws InterruptedException {
    warmUp();
    new GrowthSuite(parley, system, results, progress).run();
  }

  /** Whether anything grows that should not, while people come and go. */
  void soak(int deliveriesPerSecond, int seconds) throws InterruptedException {
    results.forgetSoak();
    Scene scene = Scene.TEN_ROOMS;
    double perSecond = deliveriesPerSecond / (double) scene.members();
    try (Soak soak = new Soak(scene, parley, perSecond)) {
      long begin = System.nanoTime();
      for (long elapsed = 0; elapsed < seconds; ) {
        Map<String, Double> metrics = soak.step(SOAK_STEP_SECONDS);
        elapsed = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin);
        results.add(new SoakPoint(elapsed, metrics));
        progress.line("soak, " + elapsed + " s of " + seconds + ": " + metrics);
      }
    }
  }

  /** Each contender at one rate, in turn. Not kept: it is for looking at, with a profiler say. */
  void steady(List<String> scenes, int deliveriesPerSecond, int seconds)
      throws InterruptedException {
    for (Place place : places(scenes)) {
      Contender contender = place.contender();
      progress.line(place + ", process " + contender.serverPids().getFirst());
      double perSecond = deliveriesPerSecond / (double) place.scene().members();
      progress.line(Cell.measureAt(place.scene(), contender, perSecond, seconds).toString());
    }
  }

  @Override
  public void close() {
    contenders.forEach(Contender::close);
    reaper.close();
    system.close();
  }
}
