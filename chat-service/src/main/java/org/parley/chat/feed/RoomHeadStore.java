package org.parley.chat.feed;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Where rooms stand in the log. SQL by hand, because one statement compares all rooms of an
 * instance and answers with the differences only.
 */
@ApplicationScoped
class RoomHeadStore {

  /**
   * Our own id, which a restore renews, with the identity and the timeline of the PostgreSQL
   * cluster, which change when a standby is promoted. The timeline is read off the name of the
   * segment that is written now: the control file has it only after the next checkpoint, and a
   * standby, which must not be read here, has none.
   */
  private static final String EPOCH =
      """
      select e.id || '.' || s.system_identifier || '.'
             || ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int as epoch
      from epoch e, pg_control_system() s
      """;

  private static final String HEAD =
      "select r.last_seq, r.change_seq, r.members_version, e.epoch from rooms r, ("
          + EPOCH
          + ") e where r.id = ?";

  /** The epoch comes with every row, and in a row of its own when nothing differs. */
  private static final String DIFFERENCES =
      """
      select e.epoch, clock_timestamp() as now, d.id, d.last_seq, d.change_seq, d.members_version
      from (
      """
          + EPOCH
          + """
      ) e
      left join (
          select k.id, coalesce(r.last_seq, 0) as last_seq, coalesce(r.change_seq, 0) as change_seq,
                 coalesce(r.members_version, 0) as members_version
          from unnest(?::bigint[], ?::bigint[], ?::bigint[]) as k (id, change_seq, members_version)
          left join rooms r on r.id = k.id
          where r.change_seq is distinct from k.change_seq
             or r.members_version is distinct from k.members_version
      ) d on true
      """;

  /**
   * What differs from what is known.
   *
   * @param epoch the history the database holds now
   * @param now by the database's clock, while it answered
   */
  record Differences(String epoch, Instant now, List<RoomHead> heads) {}

  /** Not shareable: see the log's statements. */
  @Resource(lookup = "jdbc/parley", shareable = false)
  private DataSource database;

  RoomHeadStore() {} // the container gives it the data source

  RoomHeadStore(DataSource database) {
    this.database = database;
  }

  /**
   * Where the room stands now.
   *
   * @throws ProblemException {@code not_found}, {@code unavailable}
   */
  RoomHead head(long roomId) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(HEAD)) {
      query.setLong(1, roomId);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          throw new ProblemException(ProblemType.NOT_FOUND, "There is no such room.");
        }
        return head(row, roomId);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /**
   * The rooms that stand elsewhere than is known, in one statement and so one snapshot. A room the
   * database does not have stands at 0.
   */
  Differences differences(List<RoomHead> known) {
    try (Connection connection = database.getConnection();
        PreparedStatement query = connection.prepareStatement(DIFFERENCES)) {
      query.setArray(1, array(connection, known, RoomHead::roomId));
      query.setArray(2, array(connection, known, RoomHead::changeSeq));
      query.setArray(3, array(connection, known, RoomHead::membersVersion));
      try (ResultSet rows = query.executeQuery()) {
        List<RoomHead> heads = new ArrayList<>();
        String epoch = "";
        Instant now = Instant.now();
        while (rows.next()) {
          now = rows.getObject("now", OffsetDateTime.class).toInstant();
          epoch = rows.getString("epoch");
          long roomId = rows.getLong("id");
          if (!rows.wasNull()) {
            heads.add(head(rows, roomId));
          }
        }
        return new Differences(epoch, now, heads);
      }
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static ProblemException unreadable(SQLException failure) {
    return ProblemException.unavailable(
        "Where rooms stand cannot be read right now.", Duration.ofSeconds(1), failure);
  }

  private static RoomHead head(ResultSet row, long roomId) throws SQLException {
    return new RoomHead(
        roomId,
        row.getLong("last_seq"),
        row.getLong("change_seq"),
        row.getLong("members_version"),
        row.getString("epoch"));
  }

  private static java.sql.Array array(
      Connection connection, List<RoomHead> known, ToLongFunction<RoomHead> column)
      throws SQLException {
    Object[] values = known.stream().map(column::applyAsLong).toArray();
    return connection.createArrayOf("bigint", values);
  }
}
