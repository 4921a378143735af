package org.parley.system.bench.storm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.load.Load;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.load.OpenLoop;
import org.parley.system.bench.load.Ticket;
import org.parley.system.bench.load.Window;
import org.parley.system.bench.peer.ParleyContender;
import org.parley.system.bench.peer.ProcessUse;
import org.parley.system.run.Progress;

/**
 * Everybody is on the first instance and it ends, killed or in good order, while members on the
 * second go on sending. How long until all are back there, and whether each of them was given
 * everything.
 */
public final class Storm {

  /** Rooms take turns at so many groups of people. */
  private static final int GROUPS = 10;

  /** Often enough that the code which lets clients back in is compiled. */
  private static final int WARM_UP_LOSSES = 2;

  private static final long CALM_SECONDS = 5;

  /** Six times the goal. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static final int MAX_SETTLE_CHECKS = 75;
  private static final long SETTLE_CHECK_MILLIS = 200;
  private static final double MICROS = 1e6;
  private static final double NANOS = 1e9;

  private final StormScene scene;
  private final ParleyContender parley;
  private final Progress progress;
  private final List<String> people;
  private final AckedHeads heads = new AckedHeads();
  private final Map<String, Double> metrics = new LinkedHashMap<>();

  private Storm(StormScene scene, ParleyContender parley, Progress progress)
      throws InterruptedException {
    this.scene = scene;
    this.parley = parley;
    this.progress = progress;
    this.people = parley.people(GROUPS * scene.members());
  }

  /** Measures it; afterwards the system's first instance is gone. */
  public static Map<String, Double> measure(
      StormScene scene, ParleyContender parley, Progress progress) throws InterruptedException {
    return new Storm(scene, parley, progress).measure();
  }

  private Map<String, Double> measure() throws InterruptedException {
    warmUp();
    List<Long> rooms = parley.rooms(scene.rooms());
    try (Load load = new Load(heads);
        Flock flock = new Flock(members(rooms, first()))) {
      OpenLoop sending = load.send(load.connect(senders(rooms)), scene.sendsPerSecond());
      try {
        flock.enter();
        progress.line(scene.clients() + " clients are on the first instance");
        load.restart();
        TimeUnit.SECONDS.sleep(CALM_SECONDS);
        metrics.put("ack_p99_ms_before", load.window().ack().p99());
        end(load, flock);
        TimeUnit.SECONDS.sleep(CALM_SECONDS);
      } finally {
        sending.stop();
      }
      judge(load, flock);
    }
    return metrics;
  }

  /** Nobody's first minute is measured: the second instance has let in and resumed many before. */
  private void warmUp() throws InterruptedException {
    try (Flock flock = new Flock(members(parley.rooms(scene.warmUpRooms()), second()))) {
      flock.enter();
      for (int i = 0; i < WARM_UP_LOSSES; i++) {
        flock.lose();
        if (!flock.awaitInside(LIMIT)) {
          throw new LoadProblem("Not all came back while warming up.");
        }
      }
    }
    progress.line("the second instance is warm");
  }

  private int first() {
    return parley.ports().get(0);
  }

  private int second() {
    return parley.ports().get(1);
  }

  private List<Ticket> members(List<Long> rooms, int port) {
    List<Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      for (int member = 0; member < scene.members(); member++) {
        tickets.add(new Ticket(port, person(i, member), rooms.get(i), false));
      }
    }
    return tickets;
  }

  /** One in each room: somebody of another group. */
  private List<Ticket> senders(List<Long> rooms) {
    List<Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < rooms.size(); i++) {
      tickets.add(new Ticket(second(), person(i + 1, 0), rooms.get(i), false));
    }
    return tickets;
  }

  private String person(int room, int member) {
    return people.get(room % GROUPS * scene.members() + member);
  }

  /** As kill -9 does, or in good order. */
  private void end(Load load, Flock flock) throws InterruptedException {
    long victim = parley.serverPids().get(0);
    List<Long> survivor = List.of(parley.serverPids().get(1));
    ProcessUse before = ProcessUse.of(survivor);
    load.restart();
    flock.moveTo(second());
    flock.expectLoss();
    long begin = System.nanoTime();
    ProcessHandle process = ProcessHandle.of(victim).orElseThrow();
    if (!(scene.orderly() ? process.destroy() : process.destroyForcibly())) {
      throw new LoadProblem("The first instance could not be ended.");
    }
    CompletableFuture<Double> ended =
        process.onExit().thenApply(gone -> (System.nanoTime() - begin) / NANOS);
    boolean all = flock.awaitInside(LIMIT);
    Window during = load.window();
    double[] seconds = flock.insideAfter(begin);
    progress.line(seconds.length + " of " + scene.clients() + " clients are back");
    metrics.put("clients", (double) scene.clients());
    metrics.put("back", (double) seconds.length);
    share("back_p50_s", seconds, 0.5);
    share("back_p99_s", seconds, 0.99);
    if (all) {
      share("back_max_s", seconds, 1);
    }
    flock.report(metrics);
    metrics.put("server_cpu_s", ProcessUse.of(survivor).cpuMicrosSince(before) / MICROS);
    metrics.put("load_lag_p99_ms", during.lag().p99());
    if (scene.orderly() && ended.isDone()) {
      metrics.put("ended_after_s", ended.join());
    }
  }

  /** When this share of all clients was back; left out when it never was. */
  private void share(String metric, double[] seconds, double share) {
    int needed = (int) Math.ceil(scene.clients() * share);
    if (seconds.length >= needed) {
      metrics.put(metric, seconds[needed - 1]);
    }
  }

  /** Once everything that is under way has come. */
  private void judge(Load load, Flock flock) throws InterruptedException {
    for (int i = 0; i < MAX_SETTLE_CHECKS; i++) {
      if (unanswered(load.window()) == 0 && flock.missing(heads.newest()) == 0) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(SETTLE_CHECK_MILLIS);
    }
    Window all = load.window();
    metrics.put("sends_acked", (double) all.acked());
    metrics.put("sends_refused", (double) all.refused());
    metrics.put("sends_unanswered", (double) unanswered(all));
    metrics.put("ack_p50_ms", all.ack().p50());
    metrics.put("ack_p99_ms", all.ack().p99());
    metrics.put("senders_resyncs", (double) all.resyncs());
    metrics.put("senders_closed", (double) all.closed());
    metrics.put("lost", (double) flock.missing(heads.newest()));
    metrics.put("doubled", (double) flock.doubled());
    metrics.put("out_of_order", (double) flock.outOfOrder());
  }

  /** Sends since the kill that were neither acknowledged nor refused, as far as one can count. */
  private static long unanswered(Window since) {
    return Math.max(0, since.sent() - since.acked() - since.refused());
  }
}
