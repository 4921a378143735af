package org.parley.contract;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells a database that is away from a mistake of ours: the one may be tried again, the other must
 * be mended.
 */
public final class Outage {

  /**
   * 55P03, 57014 and 25P03: lock_timeout, statement_timeout and
   * idle_in_transaction_session_timeout, which end only what is stuck; see database.xml. 58030: an
   * error of its disk. 25006 and 55000: what answers is a standby.
   */
  private static final Set<String> OTHER_STATES =
      Set.of("55P03", "57014", "25P03", "58030", "25006", "55000");

  private Outage() {}

  /**
   * Whether the cause of this, at any depth, is that the database cannot be reached, has no
   * connection left, or did not get to it in time.
   */
  public static boolean caused(Throwable thrown) {
    // A chain that bites its own tail ends the walk too.
    Set<Throwable> seen = new HashSet<>();
    for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isOutage(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException thrown) {
    // Liberty reports a pool that stayed empty as a transient connection exception.
    if (thrown instanceof SQLTransientConnectionException
        || thrown instanceof SQLNonTransientConnectionException
        || thrown instanceof SQLRecoverableException) {
      return true;
    }
    String state = thrown.getSQLState();
    // Class 08: connection exceptions. Class 53: PostgreSQL is short of connections, memory or
    // disk.
    // 57P01 to 57P05: it is stopping, crashed, starting, or ended the session.
    return state != null
        && (state.startsWith("08")
            || state.startsWith("53")
            || state.startsWith("57P")
            || OTHER_STATES.contains(state));
  }
}
