package org.parley.system.process;

import java.time.Duration;

/**
 * Something that is started and stopped as one. Both methods may be called by different threads at
 * the same time.
 */
public interface Part {

  /**
   * How long a part may take to end in good order before it is killed: 25 s, in which Liberty can
   * drain.
   */
  Duration STOP_TIMEOUT = Duration.ofSeconds(25);

  String name();

  /**
   * Begins.
   *
   * @throws org.parley.system.settings.StartProblem when it cannot, also because {@link #stop} was
   *     called before
   */
  void start();

  /**
   * Ends what was begun and returns when nothing of it is left; may be called at any time, also
   * twice or before {@link #start}.
   */
  void stop();
}
