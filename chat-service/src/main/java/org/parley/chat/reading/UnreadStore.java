package org.parley.chat.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people have not read, for whoever lists rooms; in their transaction. */
@ApplicationScoped
public class UnreadStore {

  private static final String COUNTED =
      """
      select m.room_id, m.last_read_seq, c.unread, c.mentions, r.last_seq
      from room_members m
      join rooms r on r.id = m.room_id
      cross join lateral count_unread(m.room_id, m.user_id, m.last_read_seq) c
      where m.user_id = :me and m.room_id = any(:rooms)
      """;

  @PersistenceContext(unitName = "chat")
  private EntityManager entities;

  /**
   * By room, of those of these rooms that they are in. One query for all, so pointer, count and
   * last message of each are of one moment, which is later than whatever was read before.
   */
  public Map<Long, ReadCount> unread(long userId, Collection<Long> rooms) {
    if (rooms.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked") // Jakarta Persistence types native queries by their class only
    List<Object[]> rows =
        entities
            .createNativeQuery(COUNTED, Object[].class)
            .setParameter("me", userId)
            .setParameter("rooms", rooms.toArray(Long[]::new))
            .getResultList();
    return rows.stream().collect(Collectors.toMap(row -> (Long) row[0], UnreadStore::count));
  }

  private static ReadCount count(Object[] row) {
    ReadState state = new ReadState((Long) row[1], (Integer) row[2], (Integer) row[3]);
    return new ReadCount(state, (Long) row[4]);
  }
}
