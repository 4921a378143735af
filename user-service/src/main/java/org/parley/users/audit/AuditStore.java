package org.parley.users.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** The audit_log table. */
@ApplicationScoped
class AuditStore {

  /**
   * A page of each of the two indexes, whichever id comes first. Both are asked for in their own
   * order, which nothing else has: asked for ids in order, PostgreSQL reads the log from its
   * beginning for whoever has many entries (0.7 s for a page, of two million; this takes 0.3 ms).
   */
  private static final String ABOUT =
      """
      select e.* from audit_log e where e.id in (
          (select s.id from audit_log s
           where (s.subject_id, s.id) > (:user, :after) and (s.subject_id, s.id) < (:user + 1, 0)
           order by s.subject_id, s.id limit :limit)
          union
          (select a.id from audit_log a
           where (a.actor_id, a.id) > (:user, :after) and (a.actor_id, a.id) < (:user + 1, 0)
           order by a.actor_id, a.id limit :limit))
      order by e.id limit :limit
      """;

  @PersistenceContext(unitName = "users")
  private EntityManager entities;

  void insert(AuditEntry entry) {
    entities.persist(entry);
  }

  /** Newest first. */
  List<AuditEntry> find(Audit.Question question, int limit) {
    boolean anyEvent = question.event().isEmpty();
    boolean anybody = question.subjectId() == 0;
    TypedQuery<AuditEntry> query =
        entities
            .createQuery(
                "select e from AuditEntry e where e.id < :before"
                    + (anyEvent ? "" : " and e.event = :event")
                    + (anybody ? "" : " and e.subjectId = :subject")
                    + " order by e.id desc",
                AuditEntry.class)
            .setParameter("before", question.before());
    if (!anyEvent) {
      query.setParameter("event", question.event());
    }
    if (!anybody) {
      query.setParameter("subject", question.subjectId());
    }
    return query.setMaxResults(limit).getResultList();
  }

  /** Oldest first. */
  List<AuditEntry> findAbout(long userId, long after, int limit) {
    @SuppressWarnings("unchecked") // Jakarta Persistence types native queries by their class only
    List<AuditEntry> found =
        entities
            .createNativeQuery(ABOUT, AuditEntry.class)
            .setParameter("user", userId)
            .setParameter("after", after)
            .setParameter("limit", limit)
            .getResultList();
    return found;
  }
}
