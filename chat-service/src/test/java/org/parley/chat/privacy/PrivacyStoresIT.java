package org.parley.chat.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;

/** Copies, and people who are gone, on a real PostgreSQL. */
class PrivacyStoresIT {

  private static final long ANN = 11;
  private static final long BEN = 12;
  private static final long EVE = 13;

  private static StoredRooms stored;
  private static MembershipStore memberships;
  private static Export export;

  @BeforeAll
  static void start() throws IOException, SQLException {
    stored = new StoredRooms();
    memberships = new MembershipStore(stored.database());
    export = new Export(new ExportStore(stored.database()), new AccessCopyStore(stored.database()));
  }

  @AfterAll
  static void stop() throws IOException {
    stored.close();
  }

  @Test
  void endsMembershipsOnceAndMovesTheVersionOfTheMembers() throws SQLException {
    long room = stored.room("public", "owner", ANN, "member", BEN);
    MembershipStore.Membership bens = new MembershipStore.Membership(room, BEN);
    assertThat(memberships.of(Set.of(BEN, 999L))).contains(bens);

    assertThat(memberships.remove(bens)).isTrue();
    assertThat(memberships.remove(bens)).isFalse();
    assertThat(memberships.of(Set.of(BEN))).doesNotContain(bens);
    assertThat(stored.text("select members_version::text from rooms where id = " + room))
        .isEqualTo("1");
    assertThat(stored.roles(room)).isEqualTo("11=owner");
  }

  @Test
  void givesARoomToWhoeverHasBeenInItLongest() throws SQLException {
    long room = stored.room("private", "owner", ANN, "member", EVE, "member", BEN);
    memberships.remove(new MembershipStore.Membership(room, ANN));
    assertThat(stored.roles(room)).isEqualTo("12=member,13=owner");

    long shared = stored.room("private", "owner", ANN, "member", EVE, "owner", BEN);
    memberships.remove(new MembershipStore.Membership(shared, ANN));
    assertThat(stored.roles(shared)).as("it has an owner").isEqualTo("12=owner,13=member");

    long alone = stored.room("private", "owner", ANN);
    memberships.remove(new MembershipStore.Membership(alone, ANN));
    assertThat(stored.roles(alone)).isNull();
  }

  @Test
  void goesOnWhenItsOnlyOwnerLeaves() throws SQLException {
    long room = stored.room("private", "owner", ANN, "member", EVE, "member", BEN);
    invite(room, ANN);
    stored.leave(room, BEN);
    assertThat(stored.roles(room)).isEqualTo("11=owner,13=member");
    stored.leave(room, ANN);
    assertThat(stored.roles(room)).isEqualTo("13=owner");
    assertThat(invitationsTo(room)).as("the new owner may withdraw it").isEqualTo("1");
    stored.leave(room, EVE);
    assertThat(invitationsTo(room)).as("nobody is left who could").isEqualTo("0");
  }

  private static String invitationsTo(long room) throws SQLException {
    return stored.text("select count(*)::text from invitations where room_id = " + room);
  }

  @Test
  void leavesThemInDirectRooms() throws SQLException {
    long room = stored.room("direct", "member", ANN, "member", BEN);
    stored.execute("update room_members set username = 'name' where room_id = " + room);
    assertThat(memberships.remove(new MembershipStore.Membership(room, ANN))).isFalse();
    assertThat(stored.roles(room)).isEqualTo("11=member,12=member");
    assertThat(
            stored.text(
                "select string_agg(user_id::text, ',') from room_members where username is null"
                    + " and room_id = "
                    + room))
        .as("who has no name here any more")
        .isEqualTo("11");
    assertThat(memberships.of(Set.of(ANN)))
        .as("who is done with")
        .doesNotContain(new MembershipStore.Membership(room, ANN));
    assertThat(memberships.of(Set.of(BEN))).contains(new MembershipStore.Membership(room, BEN));
  }

  @Test
  void copiesAndForgetsWhomTheyLetInAndWhereTheyWereRemoved() throws Exception {
    long gone = 61;
    long room = stored.room("private", "owner", gone, "member", BEN);
    long direct = stored.room("direct", "member", gone, "member", BEN);
    invite(room, gone);
    invite(room, BEN);
    stored.execute(
        "insert into room_removals (room_id, user_id) values (%d, %d), (%d, %d)"
            .formatted(room, gone, room, EVE));

    JsonNode copy = copyOf(gone);
    assertThat(copy.at("/invitations/0/room_id").asLong()).isEqualTo(room);
    assertThat(copy.at("/invitations")).hasSize(1);
    assertThat(copy.at("/removals/0/room_id").asLong()).isEqualTo(room);
    assertThat(copy.at("/rooms/0/room/muted").isBoolean()).isTrue();
    assertThat(copy.at("/rooms/1/room/id").asLong()).isEqualTo(direct);
    assertThat(copy.at("/rooms/1/room/peer_id").asLong()).isEqualTo(BEN);
    assertThat(copy.at("/rooms/1/room").has("name")).isFalse();

    memberships.forget(Set.of(gone));
    assertThat(copyOf(gone).at("/invitations")).isEmpty();
    assertThat(copyOf(gone).at("/removals")).isEmpty();
    assertThat(copyOf(BEN).at("/invitations")).as("another's").isNotEmpty();
    assertThat(copyOf(EVE).at("/removals")).as("another's").isNotEmpty();
  }

  private static void invite(long room, long person) throws SQLException {
    stored.execute(
        ("insert into invitations (room_id, token_hash, created_by, expires_at)"
                + " values (%d, sha256('%d %d'), %d, now() + interval '1 h')")
            .formatted(room, room, person, person));
  }

  @Test
  void doesNotWaitLongForARoomThatSomebodyHolds() throws SQLException {
    long room = stored.room("public", "owner", ANN);
    try (Connection holder = stored.database().getConnection();
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
    long busy = stored.room("public", "owner", author, "member", BEN);
    stored.say(busy, author, 1, count);
    stored.say(busy, BEN, count + 1, count + 3);
    long exact = stored.room("public", "owner", BEN, "member", author);
    stored.say(exact, author, 1, Export.PAGE);
    long secret = stored.room("private", "owner", BEN, "member", author);
    stored.say(secret, author, 1, 1);
    stored.leave(exact, author);
    stored.leave(secret, author);
    long unsaid = stored.room("private", "owner", BEN, "member", author);
    stored.leave(unsaid, author);
    long others = stored.room("public", "owner", BEN);
    stored.say(others, BEN, 1, 1);
    long silent = stored.room("private", "owner", author);

    stored.execute(
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
}
