package org.parley.users.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.contract.ProblemException;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.session.Sessions;
import org.parley.users.status.AccountStatuses;

/**
 * What admins do to people. Every method is one transaction with its entry in the audit log; what
 * changes nothing is not written down. Whether the caller is an admin was asked before.
 */
@ApplicationScoped
@Transactional
class Admins {

  private AccountStatuses statuses;
  private Sessions sessions;
  private Audit audit;

  protected Admins() {
    // For CDI's proxy.
  }

  @Inject
  Admins(AccountStatuses statuses, Sessions sessions, Audit audit) {
    this.statuses = statuses;
    this.sessions = sessions;
    this.audit = audit;
  }

  /** Makes the person admin in the place of nobody; says whether it did. */
  boolean claim(long userId, long sessionId) {
    boolean first = statuses.becomeFirstAdmin(userId);
    if (first) {
      audit.record(AuditEvent.own(AuditKind.ADMIN_CLAIMED, userId, sessionId));
    }
    return first;
  }

  /**
   * Ends all their sessions, and lets them open none.
   *
   * @throws ProblemException {@code conflict} for the last admin, {@code not_found}
   */
  void deactivate(long admin, long userId) {
    if (statuses.deactivate(userId)) {
      // After the account: who signs in meanwhile is either refused or has a session by now.
      sessions.revokeAll(userId);
      audit.record(AuditEvent.by(admin, AuditKind.ACCOUNT_DEACTIVATED, userId));
    }
  }

  /** Lets them sign in again. */
  void activate(long admin, long userId) {
    if (statuses.activate(userId)) {
      audit.record(AuditEvent.by(admin, AuditKind.ACCOUNT_ACTIVATED, userId));
    }
  }

  /**
   * Ends all their sessions.
   *
   * @throws ProblemException {@code not_found}
   */
  void logOut(long admin, long userId) {
    statuses.requirePresent(userId);
    sessions.revokeAll(userId);
    audit.record(AuditEvent.by(admin, AuditKind.ALL_SESSIONS_REVOKED, userId));
  }

  /**
   * Makes them {@code admin} or {@code user}. Their next token says so; that they are no admin any
   * more holds at once.
   *
   * @throws ProblemException {@code conflict} for the last admin, {@code not_found}, {@code
   *     validation_failed} for another role
   */
  void changeRole(long admin, long userId, String role) {
    if (statuses.changeRole(userId, role)) {
      boolean given = statuses.isAdmin(userId);
      audit.record(
          AuditEvent.by(
              admin, given ? AuditKind.ADMIN_GRANTED : AuditKind.ADMIN_WITHDRAWN, userId));
    }
  }
}
