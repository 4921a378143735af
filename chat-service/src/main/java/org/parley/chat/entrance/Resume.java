package org.parley.chat.entrance;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;

/**
 * Where a client was in a room.
 *
 * @param after the change_seq of the last change it has
 * @param epoch the history that number belongs to
 */
public record Resume(long after, String epoch) {

  /**
   * From what a client sent.
   *
   * @param after null for a client that comes anew
   * @throws ProblemException {@code validation_failed} for a cursor without its epoch or below zero
   */
  public static Optional<Resume> of(@Nullable Long after, @Nullable String epoch) {
    if (after == null) {
      return Optional.empty();
    }
    if (epoch == null || epoch.isEmpty()) {
      throw ProblemException.invalid("epoch", "after needs the epoch it belongs to.");
    }
    return Optional.of(new Resume(Paging.cursor("after", after), epoch));
  }
}
