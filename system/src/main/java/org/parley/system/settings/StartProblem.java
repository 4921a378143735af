package org.parley.system.settings;

/**
 * Why the system cannot start (or stay up while starting): its message is for people and says what
 * to do.
 */
public final class StartProblem extends RuntimeException {

  public StartProblem(String sentence) {
    super(sentence);
  }

  public StartProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
