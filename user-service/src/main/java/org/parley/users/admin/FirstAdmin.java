package org.parley.users.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.audit.AuditKind;
import org.parley.users.audit.Failures;
import org.parley.users.platform.Settings;
import org.parley.users.status.AccountStatuses;

/**
 * How an installation gets its first admin: whoever can read the service's files finds a token, and
 * shows it as the person they are signed in as. Once: the database decides, under a lock, that
 * there is no admin yet, whatever files instances still have.
 */
@ApplicationScoped
class FirstAdmin {

  private static final Logger LOG = System.getLogger(FirstAdmin.class.getName());

  private ClaimFile file;
  private AccountStatuses statuses;
  private Admins admins;
  private Failures failures;

  protected FirstAdmin() {
    // For CDI's proxy.
  }

  @Inject
  FirstAdmin(Settings settings, AccountStatuses statuses, Admins admins, Failures failures) {
    this.file =
        new ClaimFile(
            Path.of(settings.require("PARLEY_KEY_DIR", "a directory for keys and the like")));
    this.statuses = statuses;
    this.admins = admins;
    this.failures = failures;
  }

  /** Makes the token while there is no admin; says where it is and never what it is. */
  void start(@Observes Startup startup) {
    try {
      if (statuses.hasAdmin()) {
        file.delete();
      } else {
        file.create();
        LOG.log(
            Level.INFO,
            "there is no admin yet: sign in and show the token in {0} to POST /api/v1/admin/claim",
            file.path());
      }
    } catch (IOException e) {
      // People can chat without an admin.
      LOG.log(
          Level.WARNING,
          "the file {0} cannot be written or removed, so nobody can become the first admin: {1}",
          file.path(),
          e);
    }
  }

  /**
   * Makes this person an admin by the token.
   *
   * @throws ProblemException {@code forbidden} for another token, or once there is an admin
   */
  void claim(long userId, long sessionId, String token) {
    try {
      if (!file.holds(token)) {
        failures.note(AuditKind.ADMIN_CLAIM_REFUSED, userId);
        throw refused();
      }
      boolean won = admins.claim(userId, sessionId);
      file.delete();
      if (!won) {
        throw refused();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the file " + file.path() + " cannot be used", e);
    }
  }

  private static ProblemException refused() {
    return new ProblemException(
        ProblemType.FORBIDDEN, "This is not the token, or it has been used.");
  }
}
