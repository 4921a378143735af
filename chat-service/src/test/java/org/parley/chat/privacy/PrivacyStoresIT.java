package org.parley.chat.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.Json;
import org.parley.contract.it.DatabaseForTests;

/** Copies, and people who are gone, on a real PostgreSQL. */
class PrivacyStoresIT {

  private static final long ANN = 11;
  private static final long BEN = 12;
  private static final long EVE = 13;

  private static DatabaseForTests database;
  private static MembershipStore memberships;
  private static Export export;

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    memberships = new MembershipStore(database.dataSource());
    export = new Export(new ExportStore(database.dataSource()));
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @Test
  void endsMembershipsOnceAndMovesTheVersionOfTheMembers() throws SQLException {
    long room = room("public", "owner", ANN, "member", BEN);
    MembershipStore.Membership bens = new MembershipStore.Membership(room, BEN);
    assertThat(memberships.of(Set.of(BEN, 999L))).contains(bens);

    assertThat(memberships.remove(bens)).isTrue();
    assertThat(memberships.remove(bens)).isFalse();
    assertThat(memberships.of(Set.of(BEN))).doesNotContain(bens);
    assertThat(text("select members_version::text from rooms where id = " + room)).isEqualTo("1");
    assertThat(roles(room)).isEqualTo("11=owner");
  }

  @Test
  void givesARoomToWhoeverHasBeenInItLongest() throws SQLException {
    long room = room("private", "owner", ANN, "member", EVE, "member", BEN);
    memberships.remove(new MembershipStore.Membership(room, ANN));
    assertThat(roles(room)).isEqualTo("12=member,13=owner");

    long shared = room("private", "owner", ANN, "member", EVE, "owner", BEN);
    memberships.remove(new MembershipStore.Membership(shared, ANN));
    assertThat(roles(shared)).as("it has an owner").isEqualTo("12=owner,13=member");

    long alone = room("private", "owner", ANN);
    memberships.remove(new MembershipStore.Membership(alone, ANN));
    assertThat(roles(alone)).isNull();
  }

  @Test
  void doesNotWaitLongForARoomThatSomebodyHolds() throws SQLException {
    long room = room("public", "owner", ANN);
    try (Connection holder = database.dataSource().getConnection();
        Statement sql = holder.createStatement()) {
      holder.setAutoCommit(false);
      sql.execute("select 1 from rooms where id = " + room + " for no key update");
      assertThatThrownBy(() -> memberships.remove(new MembershipStore.Membership(room, ANN)))
          .isInstanceOf(IllegalStateException.class);
      holder.rollback();
    }
    assertThat(memberships.remove(new MembershipStore.Membership(room, ANN))).isTrue();
  }

  @Test
  void copiesEveryMessageOfOnePersonPageByPage() throws Exception {
    long author = 21;
    int count = 2 * Export.PAGE + 1;
    long busy = room("public", "owner", author, "member", BEN);
    say(busy, author, 1, count);
    say(busy, BEN, count + 1, count + 3);
    long exact = room("public", "owner", BEN);
    say(exact, author, 1, Export.PAGE);
    long secret = room("private", "owner", BEN);
    say(secret, author, 1, 1);
    long others = room("public", "owner", BEN);
    say(others, BEN, 1, 1);
    long silent = room("private", "owner", author);

    execute(
        "update messages set client_msg_id = '00000000-0000-0000-0000-000000000000' where room_id = "
            + secret);

    JsonNode copy = copyOf(author);

    assertThat(copy.path("user_id").asLong()).isEqualTo(author);
    assertThat(copy.at("/rooms").findValues("room"))
        .extracting(room -> room.path("id").asLong())
        .containsExactly(busy, exact, secret, silent);
    assertThat(copy.at("/rooms/0/messages")).hasSize(count);
    Set<Long> seqs = new HashSet<>();
    copy.at("/rooms/0/messages").forEach(message -> seqs.add(message.path("seq").asLong()));
    assertThat(seqs).hasSize(count);
    assertThat(copy.at("/rooms/1/messages")).hasSize(Export.PAGE);
    assertThat(copy.at("/rooms/0/room/role").asText()).isEqualTo("owner");
    assertThat(copy.at("/rooms/1/room").has("role")).isFalse();
    assertThat(copy.at("/rooms/2/room").has("name"))
        .as("a private room they are not in any more")
        .isFalse();
    assertThat(copy.at("/rooms/2/messages/0/content").asText()).isEqualTo("by 21");
    assertThat(copy.at("/rooms/3/messages")).isEmpty();
    assertThat(copyOf(999).at("/rooms")).isEmpty();
  }

  private static JsonNode copyOf(long person) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export.write(person, out);
    return Json.json().readTree(out.toByteArray());
  }

  /** Members joined in this order. */
  private static long room(String type, Object... rolesAndPeople) throws SQLException {
    String id =
        text(
            "insert into rooms (name, type, created_by) values ('Harbour', '"
                + type
                + "', 1) returning id::text");
    for (int i = 0; i < rolesAndPeople.length; i += 2) {
      execute(
          "insert into room_members (room_id, user_id, role, joined_at)"
              + " values (%s, %s, '%s', now() + interval '%d s')"
                  .formatted(id, rolesAndPeople[i + 1], rolesAndPeople[i], i));
    }
    return Long.parseLong(id);
  }

  private static void say(long room, long author, int from, int to) throws SQLException {
    execute(
        "insert into messages"
            + " (room_id, seq, sent_change, change_seq, user_id, client_msg_id, sent_hash, content)"
            + " select %d, i, i, i, %d, gen_random_uuid(), '', 'by %d' from generate_series(%d, %d) i"
                .formatted(room, author, author, from, to));
  }

  private static String roles(long room) throws SQLException {
    return text(
        "select string_agg(user_id || '=' || role, ',' order by user_id) from room_members where room_id = "
            + room);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : null;
    }
  }
}
