package org.parley.system.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.system.bench.load.LoadProblem;
import org.parley.system.bench.peer.BenchDatabase;
import org.parley.system.bench.peer.ParleyContender;
import org.parley.system.bench.result.GrowthPoint;
import org.parley.system.bench.result.Results;
import org.parley.system.bench.scene.Cell;
import org.parley.system.bench.scene.Pages;
import org.parley.system.bench.scene.Scene;
import org.parley.system.run.LocalSystem;
import org.parley.system.run.Progress;

/** How cost grows with what grows in a company's chat, everything else being equal. */
final class GrowthSuite {

  /** A quarter of what one core delivers at least. */
  private static final double DELIVERIES = 10_000;

  /** A busy room's many times over; where a room is small, sends would be all that is measured. */
  private static final double MOST_SENDS = 500;

  private static final double SECONDS = 10;

  private static final List<Integer> SOCKETS = List.of(100, 1_000, 5_000, 10_000);
  private static final List<Integer> RECIPIENTS = List.of(1, 10, 100, 1_000, 5_000);
  private static final List<Integer> ROOMS = List.of(1, 10, 100, 1_000, 10_000);
  private static final List<Integer> HISTORY = List.of(10_000, 100_000, 1_000_000, 10_000_000);

  private final ParleyContender parley;
  private final LocalSystem system;
  private final Results results;
  private final Progress progress;

  GrowthSuite(ParleyContender parley, LocalSystem system, Results results, Progress progress) {
    this.parley = parley;
    this.system = system;
    this.results = results;
    this.progress = progress;
  }

  void run() throws InterruptedException {
    for (int sockets : SOCKETS) {
      measure("sockets", sockets, scene(sockets / 10, 10, 1));
    }
    for (int recipients : RECIPIENTS) {
      measure("recipients", recipients, scene(1, recipients, 1));
    }
    for (int rooms : ROOMS) {
      measure("rooms", rooms, scene(rooms, 1, 1));
    }
    measure("instances", 1, scene(10, 100, 1));
    measure("instances", 2, scene(10, 100, 2));
    for (int rows : HISTORY) {
      history(rows);
    }
  }

  private static Scene scene(int rooms, int members, int instances) {
    double perSecond = Math.min(MOST_SENDS, DELIVERIES / members);
    return new Scene("growth", rooms, members, instances, perSecond, false, instances);
  }

  private void measure(String axis, long x, Scene scene) throws InterruptedException {
    if (!results.has(axis, x)) {
      keep(axis, x, Cell.measureAt(scene, parley, scene.beginPerSecond(), SECONDS));
    }
  }

  /** A room with so many messages: pages of it, and sends into it. */
  private void history(int rows) throws InterruptedException {
    if (results.has("history", rows)) {
      return;
    }
    long room = parley.rooms(1).getFirst();
    fill(room, rows);
    Map<String, Double> metrics = new HashMap<>(Pages.measure(parley, room, rows));
    Scene scene = scene(1, 10, 1);
    metrics.putAll(Cell.measureIn(scene, parley, List.of(room), scene.beginPerSecond(), SECONDS));
    keep("history", rows, metrics);
  }

  private void fill(long room, int rows) {
    try (Connection connection = BenchDatabase.of(system).connect("parley_chat");
        PreparedStatement messages =
            connection.prepareStatement(
                """
                insert into messages (room_id, seq, sent_change, change_seq, user_id, client_msg_id,
                                      sent_hash, content)
                select ?, n, n, n, 1, gen_random_uuid(), sha256(convert_to('m' || n, 'UTF8')),
                       'm' || n || repeat('x', 90)
                from generate_series(1, ?) n
                """);
        PreparedStatement head =
            connection.prepareStatement(
                "update rooms set last_seq = ?, change_seq = ? where id = ?");
        Statement sql = connection.createStatement()) {
      messages.setLong(1, room);
      messages.setInt(2, rows);
      messages.execute();
      head.setInt(1, rows);
      head.setInt(2, rows);
      head.setLong(3, room);
      head.execute();
      sql.execute("analyze messages");
    } catch (SQLException e) {
      throw new LoadProblem("A room of " + rows + " messages could not be made.", e);
    }
  }

  private void keep(String axis, long x, Map<String, Double> metrics) {
    results.add(new GrowthPoint(axis, x, parley.name(), metrics));
    progress.line(axis + " " + x + ": " + metrics);
  }
}
