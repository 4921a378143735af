package org.parley.users.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the audit log; it has no way to change. */
@Entity
@Table(name = "audit_log")
class AuditEntry {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  @Column(updatable = false)
  private Instant at;

  @Column(updatable = false)
  private String event;

  @Column(name = "actor_id", updatable = false)
  private @Nullable Long actorId;

  @Column(name = "subject_id", updatable = false)
  private @Nullable Long subjectId;

  @Column(name = "session_id", updatable = false)
  private @Nullable Long sessionId;

  @Column(updatable = false)
  private int times;

  @Column(updatable = false)
  private String address;

  @Column(name = "user_agent", updatable = false)
  private String userAgent;

  @Column(name = "request_id", updatable = false)
  private String requestId;

  protected AuditEntry() {}

  AuditEntry(AuditEvent event, Provenance.From from, String requestId, Instant now) {
    this.at = now;
    this.event = event.kind().word();
    this.actorId = idOrNull(event.actorId());
    this.subjectId = idOrNull(event.subjectId());
    this.sessionId = idOrNull(event.sessionId());
    this.times = event.times();
    this.address = from.address();
    this.userAgent = from.userAgent();
    this.requestId = requestId;
  }

  AuditView toView() {
    return new AuditView(
        id, at, event, actorId, subjectId, sessionId, times, address, userAgent, requestId);
  }

  private static @Nullable Long idOrNull(long id) {
    return id == 0 ? null : id;
  }
}
