package org.parley.chat.invitation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The invitations of a room. SQL by hand: one statement, one commit each. Every method throws
 * {@code IllegalStateException} when the database does not do it.
 */
@ApplicationScoped
class InvitationStore {

  /** Ample: one invitation serves any number of people. */
  static final int MOST_OF_A_ROOM = 100;

  /**
   * Nobody needs those that opened nothing for a day. A removal is about invitations older than it,
   * and none lives for longer than 30 days.
   */
  private static final String FORGET_OLD =
      """
      with removals as (
          delete from room_removals
          where room_id = ? and removed_at < clock_timestamp() - interval '31 days')
      delete from invitations
      where room_id = ? and expires_at < clock_timestamp() - interval '1 day'
      """;

  private static final String ADD =
      """
      insert into invitations (room_id, token_hash, created_by, created_at, expires_at, max_uses)
      select ?, ?, ?, statement_timestamp(), statement_timestamp() + ? * interval '1 second', ?
      where (select count(*) from invitations where room_id = ?) < ?
      returning id, expires_at, max_uses, uses, created_by, created_at
      """;

  private static final String OF =
      """
      select id, expires_at, max_uses, uses, created_by, created_at
      from invitations where room_id = ? order by id desc
      """;

  private static final String WITHDRAW = "delete from invitations where room_id = ? and id = ?";

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  InvitationStore() {} // the container gives it the database

  InvitationStore(DataSource database) {
    this.database = database;
  }

  /** Empty when the room has {@link #MOST_OF_A_ROOM}, give or take those made at once. */
  Optional<InvitationView> add(
      long roomId, long owner, InvitationToken token, NewInvitation wanted) {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET_OLD);
        PreparedStatement add = connection.prepareStatement(ADD)) {
      forget.setLong(1, roomId);
      forget.setLong(2, roomId);
      forget.executeUpdate();
      add.setLong(1, roomId);
      add.setBytes(2, token.hash());
      add.setLong(3, owner);
      add.setLong(4, wanted.life().toSeconds());
      add.setObject(5, wanted.maxUses(), Types.INTEGER);
      add.setLong(6, roomId);
      add.setInt(7, MOST_OF_A_ROOM);
      try (ResultSet row = add.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no invitation can be made", e);
    }
  }

  /** Those to a room, the newest first. */
  List<InvitationView> of(long roomId) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(OF)) {
      query.setLong(1, roomId);
      List<InvitationView> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(view(row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("invitations cannot be read", e);
    }
  }

  /** Ends it at once; false when the room has no such one. */
  boolean withdraw(long roomId, long id) {
    try (Connection connection = database.getConnection();
        PreparedStatement withdraw = connection.prepareStatement(WITHDRAW)) {
      withdraw.setLong(1, roomId);
      withdraw.setLong(2, id);
      return withdraw.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("no invitation can be withdrawn", e);
    }
  }

  private static InvitationView view(ResultSet row) throws SQLException {
    return new InvitationView(
        row.getLong("id"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getObject("max_uses", Integer.class),
        row.getInt("uses"),
        row.getLong("created_by"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
