package org.parley.system.bench.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.system.bench.load.Load;
import org.parley.system.bench.load.LoadSocket;
import org.parley.system.bench.load.OpenLoop;
import org.parley.system.bench.load.Ticket;
import org.parley.system.bench.load.Window;
import org.parley.system.bench.peer.Contender;

/** The sockets of a scene on a contender. */
final class Crowd implements AutoCloseable {

  /** One in so many sockets of a room looks closer. */
  private static final int LOOK_CLOSER = 8;

  /** Until what was sent at a rate is settled in every buffer. */
  private static final long SETTLE_MILLIS = 1_000;

  private static final long QUIET_CHECK_MILLIS = 200;
  private static final int MAX_QUIET_CHECKS = 100;

  private final Scene scene;
  private final Load load;
  private final List<Ticket> tickets;
  private final List<LoadSocket> sockets;
  private final List<LoadSocket> senders = new ArrayList<>();
  private final double connectsPerSecond;

  /** In rooms of its own. */
  Crowd(Scene scene, Contender contender) throws InterruptedException {
    this(scene, contender, contender.rooms(scene.rooms()));
  }

  Crowd(Scene scene, Contender contender, List<Long> rooms) throws InterruptedException {
    this.scene = scene;
    this.tickets = tickets(scene, contender, rooms);
    this.load = new Load(contender.dialect());
    try {
      long begin = System.nanoTime();
      this.sockets = new ArrayList<>(load.connect(tickets));
      this.connectsPerSecond = tickets.size() * 1e9 / (System.nanoTime() - begin);
      chooseSenders();
    } catch (RuntimeException | InterruptedException e) {
      load.close();
      throw e;
    }
  }

  private void chooseSenders() {
    senders.clear();
    for (int i = 0; i < sockets.size(); i++) {
      int member = i / scene.rooms();
      if (member < scene.senders() && member % scene.instances() == 0) {
        senders.add(sockets.get(i));
      }
    }
  }

  /** Room by room in turn, so that the first sockets are the first of every room. */
  private static List<Ticket> tickets(Scene scene, Contender contender, List<Long> rooms)
      throws InterruptedException {
    List<String> people = contender.people(Math.min(Scene.PEOPLE, scene.sockets()));
    List<Ticket> tickets = new ArrayList<>();
    for (int i = 0; i < scene.sockets(); i++) {
      int member = i / scene.rooms();
      tickets.add(
          new Ticket(
              contender.ports().get(member % scene.instances()),
              people.get(member % people.size()),
              rooms.get(i % scene.rooms()),
              member % LOOK_CLOSER == scene.instances() - 1));
    }
    return tickets;
  }

  int instances() {
    return scene.instances();
  }

  double connectsPerSecond() {
    return connectsPerSecond;
  }

  boolean isWhole() {
    return load.isWhole();
  }

  /** Sends at this rate until it is stopped. */
  OpenLoop send(double perSecond) {
    return load.send(senders, perSecond);
  }

  /** What happened since this was called last, or since anything was counted anew. */
  Window window() throws InterruptedException {
    Window window = load.window();
    load.restart();
    return window;
  }

  /** All of them anew, wherever some were closed. */
  void connectAgain() throws InterruptedException {
    load.drop(sockets);
    sockets.clear();
    sockets.addAll(load.connect(tickets));
    chooseSenders();
  }

  /**
   * Drops some sockets without a farewell and connects others in their place; senders stay.
   *
   * @param turn another one each time, so that everybody's comes
   */
  void replace(int turn, int count) throws InterruptedException {
    int keep = scene.rooms() * scene.senders();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(keep + (turn * count + i) % (sockets.size() - keep));
    }
    load.drop(places.stream().map(sockets::get).toList());
    List<LoadSocket> fresh = load.connect(places.stream().map(tickets::get).toList());
    for (int i = 0; i < count; i++) {
      sockets.set(places.get(i), fresh.get(i));
    }
  }

  /** Sends at this rate for so long, and lets it come to rest afterwards. */
  Step send(double perSecond, double seconds, Measured during) throws InterruptedException {
    OpenLoop sending = load.send(senders, perSecond);
    Step step;
    try {
      TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
      load.restart();
      long begin = System.nanoTime();
      during.begins();
      TimeUnit.MILLISECONDS.sleep((long) (seconds * 1e3));
      Window window = load.window();
      double measured = (System.nanoTime() - begin) / 1e9;
      during.ends();
      step =
          new Step(
              perSecond,
              measured,
              scene.members(),
              window,
              during.serverCpuMicros(),
              during.systemCpuMicros());
    } finally {
      sending.stop();
    }
    awaitQuiet();
    return step;
  }

  /** Until nothing comes any more, whatever was left out. */
  private void awaitQuiet() throws InterruptedException {
    long before = -1;
    for (int i = 0; i < MAX_QUIET_CHECKS; i++) {
      Window window = load.window();
      long heard = window.delivered() + window.acked() + window.refused();
      if (heard == before) {
        return;
      }
      before = heard;
      TimeUnit.MILLISECONDS.sleep(QUIET_CHECK_MILLIS);
    }
  }

  @Override
  public void close() {
    load.close();
  }
}
