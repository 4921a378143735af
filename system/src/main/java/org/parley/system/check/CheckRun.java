package org.parley.system.check;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.parley.system.check.client.ChatClient;
import org.parley.system.check.ledger.Findings;
import org.parley.system.check.ledger.Histories;
import org.parley.system.check.ledger.Judge;
import org.parley.system.check.ledger.Judge.Pairs;
import org.parley.system.check.ledger.StatePool;
import org.parley.system.check.ledger.Violation;
import org.parley.system.check.ledger.Violation.Kind;
import org.parley.system.check.scene.Course;
import org.parley.system.check.scene.Course.Stage;
import org.parley.system.check.scene.Latencies;
import org.parley.system.check.scene.Plan;
import org.parley.system.check.scene.Scene;
import org.parley.system.check.scene.Tally;
import org.parley.system.check.scene.Tally.Count;
import org.parley.system.check.wire.Account;
import org.parley.system.check.wire.CheckProblem;
import org.parley.system.check.wire.RestApi;
import org.parley.system.check.wire.RoomHistory;

/**
 * One check from beginning to end: sign up, enter, write under drops, let it settle, read history,
 * judge.
 */
final class CheckRun {

  /** Everybody comes at once, to what may have just been started. */
  private static final Duration ENTER_LIMIT = Duration.ofSeconds(60);

  /** History is read after everything else, from what may still be busy starting again. */
  private static final Duration HISTORY_PATIENCE = Duration.ofSeconds(30);

  private static final Duration GLANCE = Duration.ofMillis(200);

  /** A client that ends closes its connection first, which takes a second at most. */
  private static final Duration END_LIMIT = Duration.ofSeconds(20);

  private final Plan plan;
  private final Progress progress;
  private final Course course = new Course();
  private final Findings findings = new Findings();
  private final Map<Long, Histories> rooms = new LinkedHashMap<>();
  private final List<ChatClient> clients = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  CheckRun(Plan plan, Progress progress) {
    this.plan = plan;
    this.progress = progress;
  }

  /** How far it is; others may end the writing through it. */
  Course course() {
    return course;
  }

  /**
   * Runs it.
   *
   * @throws CheckProblem when it cannot begin, or its end cannot be read
   */
  Report run() throws InterruptedException {
    try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      RestApi api = new RestApi(http, plan.urls());
      Scene scene =
          new Scene(
              plan, http, api, course, new Tally(), new Latencies(), findings, new StatePool());
      Cast cast = Cast.signUp(api, plan);
      cast.rooms().forEach(room -> rooms.put(room, new Histories(room, findings)));
      for (int i = 0; i < cast.writers().size(); i++) {
        clients.add(ChatClient.writer(scene, cast.writers().get(i), i, rooms));
      }
      for (int i = 0; i < cast.readers().size(); i++) {
        clients.add(ChatClient.reader(scene, cast.readers().get(i), i, rooms));
      }
      Account witness = cast.writers().getFirst();
      clients.forEach(client -> threads.add(Thread.ofVirtual().name(client.name()).start(client)));
      try {
        return traffic(scene, witness);
      } finally {
        end();
        http.shutdownNow(); // otherwise closing it waits for handshakes nobody answers
      }
    }
  }

  private Report traffic(Scene scene, Account witness) throws InterruptedException {
    long writing = 0;
    if (allEnter(scene)) {
      writing = System.nanoTime();
      course.enter(Stage.WRITING);
      progress.show(scene, Stage.WRITING);
      long until = writing + plan.duration().toNanos();
      long left = until - System.nanoTime();
      while (left > 0 && !course.awaitStop(Duration.ofNanos(Math.min(left, GLANCE.toNanos())))) {
        progress.show(scene, Stage.WRITING);
        left = until - System.nanoTime();
      }
      writing = System.nanoTime() - writing;
      course.enter(Stage.SETTLING);
      settle(scene, witness);
    }
    end();
    progress.end();
    Pairs pairs = judge(scene, witness);
    return Report.of(scene, pairs, Duration.ofNanos(writing), clients.size());
  }

  private boolean allEnter(Scene scene) throws InterruptedException {
    long until = System.nanoTime() + ENTER_LIMIT.toNanos();
    while (!clients.stream().allMatch(ChatClient::hasEntered)) {
      if (System.nanoTime() - until > 0 || clients.stream().allMatch(ChatClient::isShutOut)) {
        return false;
      }
      progress.show(scene, Stage.ENTERING);
      if (course.awaitStop(GLANCE)) {
        throw new CheckProblem("Stopped before anything was written: there is nothing to judge.");
      }
    }
    return true;
  }

  /** Waits for the last answers, then until every client knows everything. */
  private void settle(Scene scene, Account witness) throws InterruptedException {
    await(scene, () -> clients.stream().allMatch(ChatClient::isIdle));
    await(scene, () -> allCaughtUp(scene, witness));
  }

  private void await(Scene scene, Condition condition) throws InterruptedException {
    long until = System.nanoTime() + plan.settle().toNanos();
    while (!condition.holds() && System.nanoTime() - until < 0) {
      progress.show(scene, Stage.SETTLING);
      TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
    }
  }

  /** Something to wait for. */
  @FunctionalInterface
  private interface Condition {
    boolean holds() throws InterruptedException;
  }

  private boolean allCaughtUp(Scene scene, Account witness) throws InterruptedException {
    try {
      if (witness.isDue()) {
        witness.renew(GLANCE);
      }
      for (long room : rooms.keySet()) {
        long head = RoomHistory.head(scene.api(), witness, room, GLANCE);
        if (clients.stream().anyMatch(client -> client.cursor(room) != head)) {
          return false;
        }
      }
      return true;
    } catch (CheckProblem problem) {
      return false;
    }
  }

  private void end() throws InterruptedException {
    course.enter(Stage.OVER);
    for (Thread thread : threads) {
      if (!thread.join(END_LIMIT)) {
        thread.interrupt();
        thread.join();
      }
    }
  }

  private Pairs judge(Scene scene, Account witness) throws InterruptedException {
    if (witness.isDue()) {
      witness.renew(HISTORY_PATIENCE);
    }
    Pairs pairs = new Pairs(0, 0);
    for (Map.Entry<Long, Histories> room : rooms.entrySet()) {
      long roomId = room.getKey();
      RoomHistory history = RoomHistory.read(scene.api(), witness, roomId, HISTORY_PATIENCE);
      for (ChatClient client : clients) {
        judgeCursor(client, roomId, history.through());
      }
      Judge judge = new Judge(roomId, findings, plan.setBack() != null);
      pairs =
          pairs.plus(
              judge.judge(
                  history.messages(),
                  room.getValue(),
                  clients.stream().map(client -> client.ledger(roomId)).toList()));
      scene.tally().add(Count.SET_BACK, judge.setBack());
      scene.tally().add(Count.HISTORIES_CHANGED, room.getValue().changed() ? 1 : 0);
    }
    return pairs;
  }

  private void judgeCursor(ChatClient client, long roomId, long through) {
    long cursor = client.cursor(roomId);
    if (cursor == through) {
      return;
    }
    String sentence =
        cursor < 0
            ? "it is not in the room, or could not read its history"
            : "it knows everything up to change " + cursor + " only, of " + through;
    String trouble = client.trouble().isEmpty() ? "" : "; " + client.trouble();
    findings.add(new Violation(Kind.STUCK, roomId, 0, cursor, client.name(), sentence + trouble));
  }
}
