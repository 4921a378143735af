package org.parley.chat.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.ProblemException;
import org.parley.contract.it.DatabaseForTests;

/** The comparison of what an instance knows with the log, on a real PostgreSQL. */
class RoomHeadStoreIT {

  private static DatabaseForTests database;
  private static RoomHeadStore store;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    store = new RoomHeadStore(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @BeforeEach
  void threeRooms() throws SQLException {
    run("delete from room_members");
    run("delete from rooms");
    run(
        """
        insert into rooms (id, name, type, created_by, last_seq, change_seq, members_version)
        overriding system value
        select n, 'room ' || n, 'public', 1, n, 10 * n, 1 from generate_series(1, 3) n
        """);
  }

  @Test
  void saysWhereARoomStands() throws Exception {
    RoomHead head = store.head(2);
    assertThat(head).isEqualTo(new RoomHead(2, 2, 20, 1, head.epoch()));
    assertThat(head.epoch()).matches("[0-9a-f-]{36}\\.\\d+\\.\\d+");
    assertThatThrownBy(() -> store.head(4))
        .isInstanceOf(ProblemException.class)
        .hasMessage("There is no such room.");
  }

  @Test
  void answersWithTheDifferencesOnly() throws Exception {
    String epoch = store.head(1).epoch();
    assertThat(store.differences(known(20, 1)))
        .extracting(RoomHeadStore.Differences::epoch, RoomHeadStore.Differences::heads)
        .containsExactly(epoch, List.of());

    run("update rooms set last_seq = 3, change_seq = 21 where id = 2");
    assertThat(store.differences(known(20, 1)).heads())
        .containsExactly(new RoomHead(2, 3, 21, 1, epoch));
    assertThat(store.differences(known(22, 1)).heads())
        .as("the log went back")
        .containsExactly(new RoomHead(2, 3, 21, 1, epoch));
  }

  @Test
  void noticesThatMembersChanged() throws Exception {
    run("update rooms set members_version = 2 where id = 2");
    assertThat(store.differences(known(20, 1)).heads())
        .singleElement()
        .returns(2L, RoomHead::membersVersion);
  }

  @Test
  void aRoomThatIsGoneStandsAtZero() throws Exception {
    run("delete from rooms where id = 2");
    assertThat(store.differences(known(20, 1)).heads())
        .singleElement()
        .returns(2L, RoomHead::roomId)
        .returns(0L, RoomHead::changeSeq);
  }

  @Test
  void tellsTheNewEpochAlsoWhenNothingElseDiffers() throws Exception {
    String before = store.differences(known(20, 1)).epoch();
    run("update epoch set id = gen_random_uuid(), renewed_at = clock_timestamp()");
    RoomHeadStore.Differences after = store.differences(known(20, 1));
    assertThat(after.epoch()).isNotEqualTo(before).isEqualTo(store.head(1).epoch());
    assertThat(after.heads()).isEmpty();
  }

  @Test
  void comparesTenThousandRoomsAtOnce() throws Exception {
    run(
        """
        insert into rooms (id, name, type, created_by, last_seq, change_seq)
        overriding system value
        select n, 'room ' || n, 'public', 1, 0, 0 from generate_series(101, 10100) n
        """);
    List<RoomHead> known =
        LongStream.rangeClosed(101, 10_100).mapToObj(id -> new RoomHead(id, 0, 0, 0, "")).toList();
    assertThat(store.differences(known).heads()).isEmpty();
    run("update rooms set last_seq = 1, change_seq = 1 where id = 7777");
    assertThat(store.differences(known).heads())
        .singleElement()
        .returns(7777L, RoomHead::roomId)
        .returns(1L, RoomHead::changeSeq);
  }

  /** Room 2, known to stand there. */
  private static List<RoomHead> known(long changeSeq, long membersVersion) {
    return List.of(new RoomHead(2, 2, changeSeq, membersVersion, ""));
  }

  private static void run(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
