package org.parley.chat.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/**
 * Queries about messages. Each is a statement of its own, and shows every message as that statement
 * saw it: no session is kept, which would give a message it has read before as it was then.
 */
@ApplicationScoped
class MessageStore {

  private static final String IN_ROOM = "select m from Message m where m.roomId = :room and ";

  @PersistenceUnit(unitName = "chat")
  private EntityManagerFactory sessions;

  MessageStore() {} // the container gives it the sessions

  MessageStore(EntityManagerFactory sessions) {
    this.sessions = sessions;
  }

  /** Messages with a smaller seq, newest first. */
  List<Message> before(long roomId, long seq, int limit) {
    return list(IN_ROOM + "m.seq < :from order by m.seq desc", roomId, seq, limit);
  }

  /** Messages with a larger seq, oldest first. */
  List<Message> after(long roomId, long seq, int limit) {
    return list(IN_ROOM + "m.seq > :from order by m.seq", roomId, seq, limit);
  }

  /** The message; empty where the room has none of this seq. */
  Optional<Message> find(long roomId, long seq) {
    return list(IN_ROOM + "m.seq = :from", roomId, seq, 1).stream().findFirst();
  }

  /** The seq of the first message at or after this time; one after the last when all are older. */
  long firstAt(long roomId, Instant time) {
    return read(
        session ->
            session
                .createNativeQuery("select seq_at(:room, :time)", Long.class)
                .setParameter("room", roomId)
                .setParameter("time", time)
                .getSingleResult());
  }

  /**
   * Messages that were sent or changed in a range of changes.
   *
   * @param through where the range ends: at most at the room's head
   */
  record Changes(long through, List<Message> messages) {}

  /**
   * What was sent in {@code (from, to]}, however it was changed since, and what was sent before and
   * last changed in it. Head and messages are one statement and so one snapshot: a second one could
   * see a head whose messages the first did not.
   */
  Changes changedAfter(long roomId, long from, long to) {
    List<Object[]> rows =
        read(
            session ->
                session
                    .createQuery(
                        """
                        select r.changeSeq, m from Room r left join Message m
                          on m.roomId = r.id and m.changeSeq > :from and m.sentChange <= :to
                            and (m.sentChange > :from or m.changeSeq <= :to)
                        where r.id = :room
                        """,
                        Object[].class)
                    .setParameter("room", roomId)
                    .setParameter("from", from)
                    .setParameter("to", to)
                    .getResultList());
    long head = rows.isEmpty() ? 0 : (Long) rows.getFirst()[0];
    List<Message> messages =
        rows.stream().map(row -> (Message) row[1]).filter(Objects::nonNull).toList();
    return new Changes(Math.min(head, to), messages);
  }

  private List<Message> list(String query, long roomId, long from, int limit) {
    return read(
        session ->
            session
                .createQuery(query, Message.class)
                .setParameter("room", roomId)
                .setParameter("from", from)
                .setMaxResults(limit)
                .getResultList());
  }

  private <T> T read(Function<StatelessSession, T> question) {
    try (StatelessSession session = sessions.unwrap(SessionFactory.class).openStatelessSession()) {
      return question.apply(session);
    }
  }
}
