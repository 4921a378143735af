package org.parley.chat.lobby;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.it.DatabaseForTests;

/** open_direct_room on a real PostgreSQL. */
class DirectRoomStoreIT {

  private static DatabaseForTests database;
  private static DirectRoomStore store;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    store = new DirectRoomStore(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void isOneRoomWhoeverAsks() throws SQLException {
    assertThat(store.find(11, 12)).isEmpty();
    DirectRoomStore.Opened room = open(12, 11);
    assertThat(room.isNew()).isTrue();
    assertThat(open(11, 12)).isEqualTo(new DirectRoomStore.Opened(room.id(), false));
    assertThat(open(12, 11)).isEqualTo(new DirectRoomStore.Opened(room.id(), false));
    assertThat(store.find(11, 12)).hasValue(room.id());
    assertThat(store.find(12, 11)).hasValue(room.id());
    assertThat(text("select type || ' ' || name || created_by from rooms where id = " + room.id()))
        .isEqualTo("direct 12");
    assertThat(members(room.id())).isEqualTo("name-11=member,name-12=member");
    assertThat(open(11, 13).id()).isNotEqualTo(room.id());
  }

  @Test
  void isOneRoomHoweverManyAskAtOnce() throws SQLException {
    String before = text("select count(*)::text from rooms");
    List<CompletableFuture<DirectRoomStore.Opened>> opening =
        IntStream.range(0, 40)
            .mapToObj(
                i -> CompletableFuture.supplyAsync(() -> i % 2 == 0 ? open(21, 22) : open(22, 21)))
            .toList();
    List<DirectRoomStore.Opened> opened = opening.stream().map(CompletableFuture::join).toList();
    assertThat(opened).extracting(DirectRoomStore.Opened::id).containsOnly(opened.getFirst().id());
    assertThat(opened).filteredOn(DirectRoomStore.Opened::isNew).hasSize(1);
    assertThat(members(opened.getFirst().id())).isEqualTo("name-21=member,name-22=member");
    assertThat(text("select (count(*) - 1)::text from rooms")).isEqualTo(before);
  }

  /** As an instance that does not know direct rooms lets them. */
  @Test
  void takesBackWhoeverLeft() throws SQLException {
    long room = open(31, 32).id();
    try (Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute("delete from room_members where user_id = 31 and room_id = " + room);
    }
    assertThat(store.find(32, 31)).as("both are to be in it").isEmpty();
    assertThat(open(32, 31)).isEqualTo(new DirectRoomStore.Opened(room, false));
    assertThat(members(room)).isEqualTo("name-31=member,name-32=member");
    assertThat(text("select members_version::text from rooms where id = " + room)).isEqualTo("2");
  }

  private static DirectRoomStore.Opened open(long one, long other) {
    return store.open(new Person(one, "name-" + one), new Person(other, "name-" + other));
  }

  private static String members(long room) throws SQLException {
    return text(
        "select string_agg(username || '=' || role, ',' order by user_id) from room_members where"
            + " room_id = "
            + room);
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
