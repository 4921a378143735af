package org.parley.chat.probe;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Keeps the probe's room small. SQL by hand: no entity of another feature may be deleted. */
@ApplicationScoped
class ProbeStore {

  /** Twice what a feed or a client may be behind before it begins anew. */
  private static final int KEPT = 1_000;

  private static final String FORGET =
      """
      delete from messages m using rooms r
      where r.id = ? and m.room_id = r.id and m.seq <= r.last_seq - ?
      """;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  /** Removes all but the newest messages of the room. */
  void forgetOld(long roomId) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement forget = connection.prepareStatement(FORGET)) {
      forget.setLong(1, roomId);
      forget.setLong(2, KEPT);
      forget.executeUpdate();
    }
  }
}
