package org.parley.users.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready while the database answers: without it nobody can sign in, so requests should go elsewhere.
 */
@Readiness
@ApplicationScoped
public class DatabaseHealth implements HealthCheck {

  /**
   * One round trip takes milliseconds; together with the pool's 3 s wait this ends before a probe
   * gives up.
   */
  private static final int TIMEOUT_SECONDS = 1;

  @Resource(lookup = "jdbc/parley")
  private DataSource database;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database").status(answers()).build();
  }

  private boolean answers() {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(TIMEOUT_SECONDS);
    } catch (SQLException e) {
      return false;
    }
  }
}
