package org.parley.system.bench.load;

/** The load cannot be what it should be; the message says why. */
public final class LoadProblem extends RuntimeException {

  public LoadProblem(String message) {
    super(message);
  }

  public LoadProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
