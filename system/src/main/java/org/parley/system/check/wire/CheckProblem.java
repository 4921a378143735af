package org.parley.system.check.wire;

/** Why there can be no check, or no end of it: its message is a sentence for people. */
public final class CheckProblem extends RuntimeException {

  public CheckProblem(String sentence) {
    super(sentence);
  }

  public CheckProblem(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
