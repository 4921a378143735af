package org.parley.system.support;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.parley.system.storage.Secrets;

/**
 * What was said in a room before a test comes to it: written where it is kept, as thousands of
 * sends take long and none is of yesterday. For rooms nobody has open.
 */
public record Past(RunningSystem system, long room) {

  private static final String DATABASE = "parley_chat";

  private static final String SAY =
      """
      with head as (
        update rooms set last_seq = last_seq + ?, change_seq = change_seq + ? where id = ?
        returning id, last_seq, change_seq
      )
      insert into messages (room_id, seq, sent_change, change_seq, user_id, client_msg_id, sent_hash, content, created_at)
      select id, seq, change, change, ?, gen_random_uuid(), sha256(convert_to('message ' || seq, 'UTF8')), 'message ' || seq, at
      from head
      cross join lateral (
        select last_seq - back as seq, change_seq - back as change, cast(? as timestamptz) - back * cast(? as interval) as at
        from generate_series(?, 0, -1) back
      ) said
      """;

  /** So many messages until now, "message 1" and so on. */
  public Past says(Visitor author, int count) {
    return says(author, count, Instant.now(), Duration.ZERO);
  }

  /**
   * So many more, each "message" and its seq.
   *
   * @param last when the last of them was said; not before what is there
   * @param apart how long after each other they were said
   */
  public Past says(Visitor author, int count, Instant last, Duration apart) {
    String url =
        "jdbc:postgresql://127.0.0.1:" + system.description().postgres().port() + "/" + DATABASE;
    String password = Secrets.of(Path.of(system.description().dataFolder())).chat();
    try (Connection database = DriverManager.getConnection(url, DATABASE, password);
        PreparedStatement say = database.prepareStatement(SAY)) {
      say.setInt(1, count);
      say.setInt(2, count);
      say.setLong(3, room);
      say.setLong(4, author.id());
      say.setObject(5, last.atOffset(ZoneOffset.UTC));
      say.setString(6, apart.toString());
      say.setInt(7, count - 1);
      say.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }
}
