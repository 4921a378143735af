package org.parley.chat.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which rooms a copy is made of, and what it costs to find them. */
class ExportRoomsIT {

  private static final long BEN = 12;

  private static StoredRooms stored;

  @BeforeAll
  static void start() throws IOException, SQLException {
    stored = new StoredRooms();
  }

  @AfterAll
  static void stop() throws IOException {
    stored.close();
  }

  @Test
  void looksAtNoRoomsOfOthers() throws SQLException {
    long author = 31;
    for (int i = 0; i < 3; i++) {
      stored.say(stored.room("public", "owner", author), author, 1, 1);
    }
    stored.execute(
        """
        with made as (
            insert into rooms (name, type, created_by) select 'Others', 'public', 1 from generate_series(1, 5000)
            returning id)
        insert into messages
            (room_id, seq, sent_change, change_seq, user_id, client_msg_id, sent_hash, content)
        select id, 1, 1, 1, 999, gen_random_uuid(), '', 'by others' from made
        """);
    stored.execute("analyze");

    assertThat(rowsReadFor(author)).isLessThan(50);
  }

  @Test
  void knowsWhoWroteAndLeftBeforeThatWasKept() throws Exception {
    long author = 41;
    long left = stored.room("private", "owner", BEN);
    stored.say(left, author, 1, 2);
    stored.say(left, BEN, 3, 3);
    assertThat(roomsOf(author)).isEmpty();

    String fill = migration("fill_former_authors");
    stored.execute(fill);
    stored.execute(fill);

    assertThat(roomsOf(author)).containsExactly(left);
    assertThat(stored.text("select count(*)::text from former_authors where user_id = " + BEN))
        .isEqualTo("0");
  }

  /** Sends in the room wait meanwhile. */
  @Test
  void whoLeavesHoldsTheRoomForNoLongerThanAnIndexTakes() throws SQLException {
    long writer = 51;
    stored.say(stored.room("public", "owner", writer), writer, 1, 20_000);
    long silent = stored.room("public", "owner", BEN, "member", writer);
    stored.say(silent, BEN, 1, 3);
    stored.execute("analyze messages"); // and not vacuumed: index-only looks cheap to nobody

    try (Connection connection = stored.database().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(
          "delete from room_members where room_id = %d and user_id = %d".formatted(silent, writer));
      ResultSet scans =
          statement.executeQuery(
              "select seq_scan from pg_stat_xact_user_tables where relname = 'messages'");
      assertThat(scans.next()).isTrue();
      assertThat(scans.getLong(1)).as("the whole log was read").isZero();
      connection.rollback();
    }
  }

  private static List<Long> roomsOf(long author) {
    return new ExportStore(stored.database())
        .rooms(author, 0, Export.PAGE).stream().map(RoomCopy::id).toList();
  }

  /** How many rows all steps of the plan went through. */
  private static long rowsReadFor(long author) throws SQLException {
    String query = ExportStore.ROOMS;
    for (long value : new long[] {author, 0, author, 0, Export.PAGE, author}) {
      query = query.replaceFirst("\\?", Long.toString(value));
    }
    Pattern step = Pattern.compile("actual rows=(\\d+)(?:\\.\\d+)? loops=(\\d+)");
    Pattern removed = Pattern.compile("Rows Removed by Filter: (\\d+)");
    long rows = 0;
    try (Connection connection = stored.database().getConnection();
        Statement statement = connection.createStatement();
        ResultSet line =
            statement.executeQuery("explain (analyze, timing off, costs off) " + query)) {
      while (line.next()) {
        Matcher counts = step.matcher(line.getString(1));
        rows +=
            counts.find() ? Long.parseLong(counts.group(1)) * Long.parseLong(counts.group(2)) : 0;
        Matcher filtered = removed.matcher(line.getString(1));
        rows += filtered.find() ? Long.parseLong(filtered.group(1)) : 0;
      }
    }
    return rows;
  }

  private static String migration(String name) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      Path file =
          files
              .filter(one -> one.toString().endsWith("__" + name + ".sql"))
              .findFirst()
              .orElseThrow();
      return Files.readString(file);
    }
  }
}
