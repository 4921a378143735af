package org.parley.chat.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.chat.reading.ReadState;
import org.parley.contract.Outage;
import org.parley.contract.it.DatabaseForTests;

/** admit on a real PostgreSQL. */
class AdmitIT {

  private static final long OWNER = 1;
  private static final long STRANGER = 2;

  private static DatabaseForTests database;
  private static AdmissionStore store;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    store = new AdmissionStore(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void makesAMemberOfWhoeverJoinsAPublicRoom() throws SQLException {
    long room = room("public");
    People.Admission admission = store.admit(room, person(STRANGER), true).orElseThrow();
    assertThat(admission.isNew()).isTrue();
    assertThat(admission.membersVersion()).isEqualTo(1);
    assertThat(admission.room())
        .isEqualTo(
            new RoomView(
                room,
                "Harbour",
                "",
                "public",
                OWNER,
                admission.room().createdAt(),
                2,
                0,
                true,
                RoomMember.MEMBER,
                ReadState.upTo(0),
                "",
                false,
                null));
    assertThat(number("select count(*) from room_members where room_id = " + room)).isEqualTo(2);
  }

  @Test
  void changesNothingForWhoeverIsIn() throws SQLException {
    long room = room("private");
    for (boolean joins : List.of(true, false)) {
      People.Admission admission = store.admit(room, person(OWNER), joins).orElseThrow();
      assertThat(admission.isNew()).isFalse();
      assertThat(admission.membersVersion()).isZero();
      assertThat(admission.room().role()).isEqualTo(RoomMember.OWNER);
    }
    assertThat(number("select members_version from rooms where id = " + room)).isZero();
  }

  @Test
  void lookingIsNotJoining() throws SQLException {
    long room = room("public");
    People.Admission admission = store.admit(room, person(STRANGER), false).orElseThrow();
    assertThat(admission.room().isMember()).isFalse();
    assertThat(admission.isNew()).isFalse();
    assertThat(number("select count(*) from room_members where room_id = " + room)).isEqualTo(1);
  }

  @Test
  void tellsNobodyOfAPrivateRoomThatIsNotTheirs() throws SQLException {
    long room = room("private");
    for (boolean joins : List.of(true, false)) {
      assertThat(store.admit(room, person(STRANGER), joins)).isEmpty();
      assertThat(store.admit(Long.MAX_VALUE, person(STRANGER), joins)).isEmpty();
    }
    assertThat(number("select count(*) from room_members where room_id = " + room)).isEqualTo(1);
  }

  @Test
  void saysWhomADirectRoomIsWith() throws SQLException {
    long room = number("select room_id from open_direct_room(11, 'ada', 12, 'ben')");
    People.Admission admission = store.admit(room, person(11), true).orElseThrow();
    assertThat(admission.room().peer()).isEqualTo(new RoomView.Peer(12, "ben"));
    assertThat(store.admit(room, person(12), false).orElseThrow().room().peer())
        .isEqualTo(new RoomView.Peer(11, "ada"));
    assertThat(store.admit(room, person(STRANGER), true)).isEmpty();

    number("select remove_deleted(" + room + ", 12)::int");
    assertThat(store.admit(room, person(11), true).orElseThrow().room().peer())
        .isEqualTo(new RoomView.Peer(12, "deleted user"));
  }

  @Test
  void givesEachNewMemberAVersionOfTheMembersOfItsOwn() throws SQLException {
    long room = room("public");
    List<CompletableFuture<Optional<People.Admission>>> joining =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            store.admit(room, person(100 + i % 10), true))) // everybody three times
            .toList();
    List<Long> versions =
        joining.stream()
            .map(one -> one.join().orElseThrow())
            .filter(People.Admission::isNew)
            .map(People.Admission::membersVersion)
            .sorted()
            .toList();
    assertThat(versions).containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
    assertThat(store.admit(room, person(OWNER), false).orElseThrow().room().memberCount())
        .as("and each is counted")
        .isEqualTo(11);
  }

  @Test
  void doesNotWaitLongForARoomThatSomebodyHolds() throws SQLException {
    long room = room("public");
    try (Connection holder = database.dataSource().getConnection();
        Statement sql = holder.createStatement()) {
      holder.setAutoCommit(false);
      sql.execute("select 1 from rooms where id = " + room + " for no key update");
      assertThatThrownBy(() -> store.admit(room, person(STRANGER), true))
          .isInstanceOf(IllegalStateException.class)
          .matches(Outage::caused, "may be tried again");
      assertThat(store.admit(room, person(OWNER), true)).as("who is in needs no lock").isPresent();
      holder.rollback();
    }
  }

  private static long room(String type) throws SQLException {
    long room =
        number(
            "insert into rooms (name, type, created_by) values ('Harbour', '"
                + type
                + "', 1) returning id");
    number(
        "insert into room_members (room_id, user_id, role) values ("
            + room
            + ", 1, 'owner') returning user_id");
    return room;
  }

  private static Person person(long id) {
    return new Person(id, "person-" + id);
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
