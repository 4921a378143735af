package org.parley.system.chaos;

import static org.parley.system.chaos.ChaosSystem.kill;
import static org.parley.system.support.Patience.await;
import static org.parley.system.support.Patience.pause;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/** What can happen to PostgreSQL and to the lines to it. */
final class PostgresFaults {

  private static final Duration BY_SWEEP = Duration.ofSeconds(2);
  private static final Duration BACK_AGAIN = Duration.ofSeconds(25);
  private static final Duration A_WHILE = Duration.ofSeconds(5);

  /** What is acknowledged in this time, a standby that lost touch never gets. */
  private static final Duration OUT_OF_TOUCH = Duration.ofSeconds(1);

  private PostgresFaults() {}

  static List<Fault> all() {
    return List.of(
        Fault.steady(
            "PostgreSQL gone for 15 s", 35, BACK_AGAIN, false, PostgresFaults::withoutPostgres),
        Fault.steady("PostgreSQL slow by 200 ms", 25, BY_SWEEP, false, PostgresFaults::slowly),
        Fault.steady(
            "PostgreSQL's sessions ended 15 times",
            30,
            BY_SWEEP,
            false,
            PostgresFaults::endingSessions),
        Fault.steady("replies to COMMIT lost", 25, BY_SWEEP, false, PostgresFaults::losingReplies),
        Fault.steady("no space left for PostgreSQL", 75, BACK_AGAIN, false, new FullDisk()),
        Fault.setBack("a backup restored", 35, BACK_AGAIN, 600, PostgresFaults::restored),
        Fault.setBack("a standby promoted", 45, BACK_AGAIN, 300, PostgresFaults::promoted));
  }

  private static void withoutPostgres(ChaosSystem system) {
    DatabaseServer server = new DatabaseServer(system);
    Outage outage = new Outage(system, "postgresql", "PostgreSQL");
    server.stop();
    try {
      outage.last(Duration.ofSeconds(15));
    } finally {
      server.startAgain();
    }
    outage.end();
  }

  private static void slowly(ChaosSystem system) {
    system.postgres().forEach(line -> line.slow(Duration.ofMillis(200)));
    pause(Duration.ofSeconds(15));
    system.postgres().forEach(FaultyLine::heal);
  }

  /** As an operator does, or a PostgreSQL that is restarted now and then: no connection is lost. */
  private static void endingSessions(ChaosSystem system) throws SQLException {
    DatabaseServer server = new DatabaseServer(system);
    for (int i = 0; i < 15; i++) {
      try (Connection connection = server.connect("postgres");
          Statement sql = connection.createStatement()) {
        sql.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'parley_chat'");
      }
      pause(Duration.ofSeconds(1));
    }
  }

  private static void losingReplies(ChaosSystem system) {
    for (int i = 0; i < 10; i++) {
      FaultyLine line = system.postgres(i % ChaosSystem.INSTANCES);
      line.loseReplyTo(Fault::isSend);
      await("a reply is lost", line::hasLostReply);
      pause(Duration.ofSeconds(1));
    }
  }

  /** As docs/faults.md tells operators: nobody is let in before the epoch is another one. */
  private static void restored(ChaosSystem system) throws IOException, SQLException {
    DatabaseServer server = new DatabaseServer(system);
    Path backup = Path.of("target", "chaos-system", "backup").toAbsolutePath();
    pause(A_WHILE);
    server.copyTo(backup);
    pause(A_WHILE);
    try {
      system.allToPostgres().forEach(FaultyLine::cut);
      server.stop();
      server.replaceBy(backup);
      server.startAgain();
      try (Connection connection = server.connect("parley_chat");
          Statement sql = connection.createStatement()) {
        sql.execute("update epoch set id = gen_random_uuid(), renewed_at = clock_timestamp()");
      }
    } finally {
      if (!server.isRunning()) {
        server.startAgain();
      }
      leadHome(system);
    }
  }

  private static void promoted(ChaosSystem system) throws IOException, SQLException {
    DatabaseServer server = new DatabaseServer(system);
    try (Standby standby = Standby.follow(system, server)) {
      pause(A_WHILE);
      standby.loseTouch();
      pause(OUT_OF_TOUCH);
      kill(server.pid());
      standby.promote();
      system.allToPostgres().forEach(line -> line.leadTo(standby.port()));
      pause(A_WHILE.plus(A_WHILE));
      system.allToPostgres().forEach(FaultyLine::cut);
      standby.takePlaceOf(server);
    } finally {
      if (!server.isRunning()) {
        server.startAgain();
      }
      leadHome(system);
    }
  }

  private static void leadHome(ChaosSystem system) {
    int port = system.local().description().postgres().port();
    system.allToPostgres().forEach(line -> line.leadTo(port));
  }
}
