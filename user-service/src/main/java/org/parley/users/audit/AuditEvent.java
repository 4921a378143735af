package org.parley.users.audit;

/**
 * Something that happened. An id is 0 where there is none.
 *
 * @param actorId who did it, as far as they proved it
 * @param subjectId whose account it happened to
 * @param sessionId the session it happened in or to
 * @param times how many alike this stands for
 */
public record AuditEvent(AuditKind kind, long actorId, long subjectId, long sessionId, int times) {

  /** Something people do with their own account, in a session or to it. */
  public static AuditEvent own(AuditKind kind, long userId, long sessionId) {
    return new AuditEvent(kind, userId, userId, sessionId, 1);
  }

  /** Something one person did to another. */
  public static AuditEvent by(long actorId, AuditKind kind, long subjectId) {
    return new AuditEvent(kind, actorId, subjectId, 0, 1);
  }

  /** Something that somebody who did not prove who they are did to an account. */
  public static AuditEvent to(long subjectId, AuditKind kind, int times) {
    return new AuditEvent(kind, 0, subjectId, 0, times);
  }
}
