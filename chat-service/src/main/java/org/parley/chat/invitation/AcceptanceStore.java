package org.parley.chat.invitation;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.parley.chat.identity.Person;

/**
 * What a token opens to somebody. SQL by hand ({@code accept_invitation}): one statement, one
 * commit. Every method throws {@code IllegalStateException} when the database does not do it.
 */
@ApplicationScoped
class AcceptanceStore {

  /** With the conditions of {@code accept_invitation}, under no lock. */
  private static final String LOOK =
      """
      select r.id, r.name, r.description, r.type, r.member_count, i.expires_at,
          m.user_id is not null as is_member
      from invitations i join rooms r on r.id = i.room_id
          left join room_members m on m.room_id = r.id and m.user_id = ?
      where i.token_hash = ? and i.expires_at > clock_timestamp()
        and (m.user_id is not null
          or (i.max_uses is null or i.uses < i.max_uses)
            and (r.type <> 'private' or not exists (
              select 1 from room_removals x
              where x.room_id = r.id and x.user_id = ? and x.removed_at >= i.created_at)))
      """;

  private static final String ACCEPT = "select room_id, joined from accept_invitation(?, ?, ?)";

  /** Where somebody is a member now, and whether they became one by this. */
  record Accepted(long roomId, boolean isNew) {}

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  AcceptanceStore() {} // the container gives it the database

  AcceptanceStore(DataSource database) {
    this.database = database;
  }

  /** What it would open; empty when nothing. */
  Optional<InvitationView.Offer> look(InvitationToken token, long userId) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(LOOK)) {
      query.setLong(1, userId);
      query.setBytes(2, token.hash());
      query.setLong(3, userId);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(offer(row)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("invitations cannot be read", e);
    }
  }

  /** Lets them in; empty when it opens nothing. Not done while somebody holds the room. */
  Optional<Accepted> accept(InvitationToken token, Person person) {
    try (Connection connection = database.getConnection();
        PreparedStatement accept = connection.prepareStatement(ACCEPT)) {
      accept.setBytes(1, token.hash());
      accept.setLong(2, person.id());
      accept.setString(3, person.username());
      try (ResultSet row = accept.executeQuery()) {
        return row.next()
            ? Optional.of(new Accepted(row.getLong("room_id"), row.getBoolean("joined")))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("no invitation can be accepted", e);
    }
  }

  private static InvitationView.Offer offer(ResultSet row) throws SQLException {
    return new InvitationView.Offer(
        new InvitationView.OfferedRoom(
            row.getLong("id"),
            row.getString("name"),
            row.getString("description"),
            row.getString("type"),
            row.getLong("member_count")),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("is_member"));
  }
}
