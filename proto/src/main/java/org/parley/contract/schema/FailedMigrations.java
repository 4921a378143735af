package org.parley.contract.schema;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Has a migration that failed tried again by whoever migrates next, without a word of an operator.
 * Flyway notes only those that run outside of a transaction, and ours of that kind may be repeated;
 * of others nothing is left.
 */
final class FailedMigrations extends BaseCallback {

  /** An empty database has no such table. */
  private static final String FORGET =
      """
      do $$
      begin
          if to_regclass('flyway_schema_history') is not null then
              delete from flyway_schema_history where not success;
          end if;
      end
      $$
      """;

  @Override
  public boolean supports(Event event, Context context) {
    // Before Flyway looks whether there is one.
    return event == Event.BEFORE_VALIDATE;
  }

  @Override
  public void handle(Event event, Context context) {
    try (Statement sql = context.getConnection().createStatement()) {
      sql.execute(FORGET);
    } catch (SQLException e) {
      throw new FlywayException("what failed before cannot be forgotten: " + e.getMessage(), e);
    }
  }
}
