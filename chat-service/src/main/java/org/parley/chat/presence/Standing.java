package org.parley.chat.presence;

import org.parley.chat.cluster.Presence;
import org.parley.chat.cluster.PresenceRegister.Answer;

/**
 * A person in a room, as this instance knows it and as Redis was told. Guarded by its own monitor,
 * under which Redis is asked, so that it hears of coming and going in the order in which they
 * happened; nobody is told anything under it.
 */
final class Standing {

  private final Presence presence;
  private boolean here;
  private boolean noted;
  private int asking;
  private boolean over;

  Standing(Presence presence) {
    this.presence = presence;
  }

  Presence presence() {
    return presence;
  }

  boolean isHere() {
    return here;
  }

  /** Whether there is nothing more to say about it; it must not be used again then. */
  boolean isOver() {
    return over;
  }

  /** Their first socket here came, or their last one went: Redis is about to be asked. */
  void isNow(boolean present) {
    here = present;
    asking++;
  }

  /** Redis is about to be asked once more. */
  void askAgain() {
    asking++;
  }

  /** Redis may have forgotten what it was told. */
  void forgotten() {
    noted = false;
  }

  /** Whether Redis does not know yet what is so, and is not being asked just now. */
  boolean isUnresolved() {
    return asking == 0 && !over && !(here && noted);
  }

  /** What Redis said when they came. */
  void entered(Answer answer) {
    asking--;
    noted = answer != Answer.UNKNOWN;
  }

  /** What Redis said when they went. */
  void left(Answer answer) {
    asking--;
    over = (answer == Answer.NEWS || answer == Answer.NO_NEWS) && !here && asking == 0;
  }

  /** Others will tell that they went. */
  void leaveToOthers() {
    here = false;
    over = true;
  }
}
