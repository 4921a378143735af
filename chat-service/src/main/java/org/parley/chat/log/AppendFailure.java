package org.parley.chat.log;

import org.parley.contract.ProblemException;

/** A batch of which nothing is known to be stored. */
final class AppendFailure extends Exception {

  /** What to try next. */
  enum Blame {
    /**
     * The database, or the way to it: the same batch may succeed again, whole; it may even have
     * been committed.
     */
    DATABASE,
    /**
     * One of the sends, or its room: nothing was committed, and the others may succeed without it.
     */
    SEND
  }

  private final Blame blame;
  private final transient ProblemException problem;

  AppendFailure(Blame blame, ProblemException problem) {
    super(problem);
    this.blame = blame;
    this.problem = problem;
  }

  Blame blame() {
    return blame;
  }

  /** What the senders are told when nothing helps. */
  ProblemException problem() {
    return problem;
  }
}
