package org.parley.users.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.session.Devices;
import org.parley.users.session.Sessions;
import org.parley.users.status.AccountStatuses;

/**
 * The end of an account, in one transaction: who they were is forgotten, their sessions end, and
 * the audit log says that somebody went. Services hear of it by asking the directory.
 */
@ApplicationScoped
@Transactional
class Erasure {

  private AccountStatuses statuses;
  private Sessions sessions;
  private Devices devices;
  private Audit audit;

  protected Erasure() {
    // For CDI's proxy.
  }

  @Inject
  Erasure(AccountStatuses statuses, Sessions sessions, Devices devices, Audit audit) {
    this.statuses = statuses;
    this.sessions = sessions;
    this.devices = devices;
    this.audit = audit;
  }

  /**
   * Deletes the account of somebody who proved to be the one.
   *
   * @throws org.parley.contract.ProblemException {@code conflict} for the last admin
   */
  void erase(long userId, long sessionId) {
    statuses.erase(userId);
    // After the account: who signs in meanwhile is either refused or has a session by now.
    sessions.revokeAll(userId);
    devices.forget(userId);
    audit.record(AuditEvent.own(AuditKind.ACCOUNT_DELETED, userId, sessionId));
  }
}
