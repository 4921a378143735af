package org.parley.users.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.List;

/** The audit_log table. */
@ApplicationScoped
class AuditStore {

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
    return entities
        .createQuery(
            "select e from AuditEntry e where (e.subjectId = :user or e.actorId = :user)"
                + " and e.id > :after order by e.id",
            AuditEntry.class)
        .setParameter("user", userId)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }
}
