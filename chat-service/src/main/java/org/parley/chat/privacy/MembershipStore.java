package org.parley.chat.privacy;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Who is in rooms. SQL by hand ({@code remove_deleted}): one statement, one commit each. */
@ApplicationScoped
class MembershipStore {

  /** Nobody goes out of a direct room: who lost their name there is done with. */
  private static final String OF =
      """
      select m.room_id, m.user_id from room_members m join rooms r on r.id = m.room_id
      where m.user_id = any(?) and (r.type <> 'direct' or m.username is not null)
      order by m.room_id, m.user_id
      """;

  private static final String FORGET =
      """
      with withdrawn as (delete from invitations where created_by = any(?))
      delete from room_removals where user_id = any(?)
      """;

  private static final String REMOVE = "select remove_deleted(?, ?)";

  /** Somebody's place in a room. */
  record Membership(long roomId, long userId) {}

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  MembershipStore() {} // the container gives it the database

  MembershipStore(DataSource database) {
    this.database = database;
  }

  /** All memberships of these people. Throws {@code IllegalStateException}. */
  List<Membership> of(Set<Long> people) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(OF)) {
      query.setArray(1, connection.createArrayOf("bigint", people.toArray()));
      List<Membership> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(new Membership(row.getLong(1), row.getLong(2)));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("memberships cannot be read", e);
    }
  }

  /**
   * Withdraws their invitations, and forgets where they were removed. Throws {@code
   * IllegalStateException}.
   */
  void forget(Set<Long> people) {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setArray(1, connection.createArrayOf("bigint", people.toArray()));
      forget.setArray(2, connection.createArrayOf("bigint", people.toArray()));
      forget.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("invitations of people who are gone stay", e);
    }
  }

  /** Ends it; says whether there was one. Throws {@code IllegalStateException}. */
  boolean remove(Membership membership) {
    try (Connection connection = database.getConnection();
        PreparedStatement remove = connection.prepareStatement(REMOVE)) {
      remove.setLong(1, membership.roomId());
      remove.setLong(2, membership.userId());
      try (ResultSet row = remove.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("nobody leaves room " + membership.roomId() + " now", e);
    }
  }
}
