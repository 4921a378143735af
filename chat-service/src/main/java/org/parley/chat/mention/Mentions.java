package org.parley.chat.mention;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message mentions.
 *
 * @param userIds members of the room by the time, in the order of their ids
 * @param room whether it mentions everybody
 */
public record Mentions(List<Long> userIds, boolean room) {

  public static final Mentions NONE = new Mentions(List.of(), false);

  /** In the log, in place of a person's id. */
  private static final long EVERYBODY = 0;

  public Mentions {
    userIds = List.copyOf(userIds);
  }

  /** As the log keeps them; null for none, as nearly always. */
  public static Mentions of(Long @Nullable [] stored) {
    return stored == null
        ? NONE
        : new Mentions(
            Arrays.stream(stored).filter(id -> id != EVERYBODY).toList(),
            Arrays.stream(stored).anyMatch(id -> id == EVERYBODY));
  }

  /** As frames show them: absent when there are none. */
  public @Nullable List<Long> shownUserIds() {
    return userIds.isEmpty() ? null : userIds;
  }

  /** As frames show it: absent when it is not so. */
  public @Nullable Boolean shownRoom() {
    return room ? Boolean.TRUE : null;
  }
}
