package org.parley.chat.invitation;

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
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.chat.identity.Person;
import org.parley.chat.platform.MigratedDatabase;
import org.parley.contract.Outage;
import org.parley.contract.it.DatabaseForTests;

/** Invitations, and accept_invitation, on a real PostgreSQL. */
class InvitationStoresIT {

  private static final long OWNER = 1;
  private static final long BEN = 2;

  private static DatabaseForTests database;
  private static InvitationStore store;
  private static AcceptanceStore acceptances;

  private long room;
  private final InvitationToken token = InvitationToken.fresh();

  @BeforeAll
  static void start() throws IOException, SQLException {
    database = MigratedDatabase.start();
    store = new InvitationStore(database.dataSource());
    acceptances = new AcceptanceStore(database.dataSource());
  }

  @AfterAll
  static void stop() throws IOException {
    database.close();
  }

  @BeforeEach
  void aPrivateRoom() throws SQLException {
    room =
        Long.parseLong(
            text(
                "insert into rooms (name, type, created_by, last_seq, change_seq)"
                    + " values ('Harbour', 'private', 1, 7, 9) returning id::text"));
    execute("insert into room_members (room_id, user_id, role) values (" + room + ", 1, 'owner')");
  }

  @Test
  void letsInAndTellsOwnersSo() throws SQLException {
    InvitationView made = invite(null);
    assertThat(made.createdAt().plusSeconds(604_800)).isEqualTo(made.expiresAt());
    InvitationView.Offer offer = acceptances.look(token, BEN).orElseThrow();
    assertThat(offer.room())
        .isEqualTo(new InvitationView.OfferedRoom(room, "Harbour", "", "private", 1));
    assertThat(offer.expiresAt()).isEqualTo(made.expiresAt());
    assertThat(offer.isMember()).isFalse();

    assertThat(accept(token, BEN)).hasValue(accepted(true));
    assertThat(accept(token, BEN)).as("a repeat").hasValue(accepted(false));
    assertThat(acceptances.look(token, BEN).orElseThrow().isMember()).isTrue();
    assertThat(store.of(room)).extracting(InvitationView::uses).containsExactly(1);
    assertThat(text("select members_version::text from rooms where id = " + room)).isEqualTo("1");
    assertThat(
            text(
                "select role || last_read_seq || username from room_members where user_id = 2 and room_id = "
                    + room))
        .as("what was said before is not unread")
        .isEqualTo("member7name-2");
  }

  @Test
  void isUsedUpByNoMoreThanItSays() {
    invite(3);
    List<CompletableFuture<Optional<AcceptanceStore.Accepted>>> coming =
        LongStream.range(100, 110)
            .mapToObj(person -> CompletableFuture.supplyAsync(() -> accept(token, person)))
            .toList();
    assertThat(coming.stream().map(CompletableFuture::join).flatMap(Optional::stream).toList())
        .hasSize(3)
        .containsOnly(accepted(true));
    assertThat(store.of(room)).extracting(InvitationView::uses).containsExactly(3);
    assertThat(acceptances.look(token, BEN)).isEmpty();
    assertThat(accept(token, OWNER)).as("who is in").hasValue(accepted(false));
  }

  @Test
  void opensNothingWhenItIsUnknownExpiredOrWithdrawn() throws SQLException {
    assertOpensNothing(BEN);
    InvitationView made = invite(null);
    execute(
        "update invitations set expires_at = clock_timestamp() - interval '1 s' where room_id = "
            + room);
    assertOpensNothing(BEN);
    assertThat(store.of(room)).as("owners see why").hasSize(1);
    execute(
        "update invitations set expires_at = clock_timestamp() + interval '1 h' where room_id = "
            + room);
    assertThat(acceptances.look(token, BEN)).isPresent();
    assertThat(store.withdraw(room + 1, made.id())).as("another room's").isFalse();
    assertThat(store.withdraw(room, made.id())).isTrue();
    assertThat(store.withdraw(room, made.id())).isFalse();
    assertOpensNothing(BEN);
  }

  @Test
  void bringsNobodyBackWhoWasRemovedSince() throws SQLException {
    invite(null);
    execute("insert into room_removals (room_id, user_id) values (" + room + ", 2)");
    assertOpensNothing(BEN);
    assertThat(accept(token, 3)).as("others").hasValue(accepted(true));
    InvitationToken later = InvitationToken.fresh();
    assertThat(store.add(room, OWNER, later, NewInvitation.usual())).isPresent();
    assertThat(accept(later, BEN)).hasValue(accepted(true));

    execute("delete from room_members where user_id = 2 and room_id = " + room);
    execute("update rooms set type = 'public' where id = " + room);
    assertThat(accept(token, BEN)).as("anybody may join").hasValue(accepted(true));
  }

  @Test
  void boundsHowManyARoomHasAndForgetsOldOnes() throws SQLException {
    for (int i = 0; i < InvitationStore.MOST_OF_A_ROOM; i++) {
      assertThat(store.add(room, OWNER, InvitationToken.fresh(), NewInvitation.usual()))
          .isPresent();
    }
    assertThat(store.add(room, OWNER, token, NewInvitation.usual())).isEmpty();
    execute(
        "update invitations set expires_at = clock_timestamp() - interval '2 d' where room_id = "
            + room);
    assertThat(store.add(room, OWNER, token, NewInvitation.usual())).isPresent();
    assertThat(store.of(room)).hasSize(1);
  }

  @Test
  void storesNoToken() throws SQLException {
    invite(null);
    assertThat(text("select invitations::text from invitations where room_id = " + room))
        .doesNotContain(token.text());
    assertThat(token.toString()).doesNotContain(token.text());
    assertThat(token.text()).matches("[\\w-]{32}");
  }

  @Test
  void doesNotWaitLongForARoomThatSomebodyHolds() throws SQLException {
    invite(null);
    try (Connection holder = database.dataSource().getConnection();
        Statement sql = holder.createStatement()) {
      holder.setAutoCommit(false);
      sql.execute("select 1 from rooms where id = " + room + " for no key update");
      assertThatThrownBy(() -> accept(token, BEN))
          .isInstanceOf(IllegalStateException.class)
          .matches(Outage::caused, "may be tried again");
      holder.rollback();
    }
  }

  private InvitationView invite(Integer maxUses) {
    return store.add(room, OWNER, token, new NewInvitation(null, maxUses)).orElseThrow();
  }

  private static Optional<AcceptanceStore.Accepted> accept(InvitationToken token, long person) {
    return acceptances.accept(token, new Person(person, "name-" + person));
  }

  private AcceptanceStore.Accepted accepted(boolean isNew) {
    return new AcceptanceStore.Accepted(room, isNew);
  }

  private void assertOpensNothing(long person) {
    assertThat(acceptances.look(token, person)).isEmpty();
    assertThat(accept(token, person)).isEmpty();
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
