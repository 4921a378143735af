package org.parley.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Queries about messages. Used inside the façade's transaction only. */
@ApplicationScoped
class MessageStore {

  private static final String IN_ROOM = "select m from Message m where m.roomId = :room and ";

  @PersistenceContext(unitName = "chat")
  private EntityManager entities;

  /** Messages with a smaller seq, newest first. */
  List<Message> before(long roomId, long seq, int limit) {
    return list(IN_ROOM + "m.seq < :from order by m.seq desc", roomId, seq, limit);
  }

  /** Messages with a larger seq, oldest first. */
  List<Message> after(long roomId, long seq, int limit) {
    return list(IN_ROOM + "m.seq > :from order by m.seq", roomId, seq, limit);
  }

  /** Messages changed later, in the order of their changes. */
  List<Message> changedAfter(long roomId, long changeSeq, int limit) {
    return list(IN_ROOM + "m.changeSeq > :from order by m.changeSeq", roomId, changeSeq, limit);
  }

  /**
   * The epoch: our own id, which a restore renews, with the identity and timeline of the PostgreSQL
   * cluster, which change when a standby is promoted.
   */
  String epoch() {
    return (String)
        entities
            .createNativeQuery(
                """
                select e.id || '.' || s.system_identifier || '.' || c.timeline_id
                from epoch e, pg_control_system() s, pg_control_checkpoint() c
                """,
                String.class)
            .getSingleResult();
  }

  private List<Message> list(String query, long roomId, long from, int limit) {
    return entities
        .createQuery(query, Message.class)
        .setParameter("room", roomId)
        .setParameter("from", from)
        .setMaxResults(limit)
        .getResultList();
  }
}
