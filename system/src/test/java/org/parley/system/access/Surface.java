package org.parley.system.access;

import java.util.Map;
import java.util.Set;

/** One way to ask for things: what its contract offers, and how to ask. */
interface Surface extends AutoCloseable {

  /** Everything the contract offers, as {@link Row}s name it. */
  Set<String> operations();

  /** The names in an operation that stand for somebody or something. */
  Set<String> ids(String operation);

  /**
   * Asks.
   *
   * @param names what the operation's names stand for, where it is not the usual
   * @return {@link Rule#YES} or the problem's code
   */
  String ask(String operation, Map<String, String> names, Stage stage, Stage.Who who);

  @Override
  void close();
}
