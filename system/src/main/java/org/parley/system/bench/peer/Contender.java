package org.parley.system.bench.peer;

import java.util.List;
import org.parley.system.bench.load.Dialect;

/** A chat server that is running, and how it is measured. */
public interface Contender extends AutoCloseable {

  /** As it stands in the results. */
  String name();

  Dialect dialect();

  /** Where each of its instances listens. */
  List<Integer> ports();

  /** The process of each instance, which holds its sockets. */
  List<Long> serverPids();

  /** Every process that works for it, those too; not the load. */
  List<Long> pids();

  /** This many people, by the tokens they show. */
  List<String> people(int count) throws InterruptedException;

  /** This many rooms that nobody was in before. */
  List<Long> rooms(int count) throws InterruptedException;

  /** Whether sends are stored before they are acknowledged. */
  boolean isDurable();

  /**
   * Has its first instance give up what it does not need, and returns when it has. Twice: the
   * second time gives back to the system what the first one freed.
   */
  void collectGarbage() throws InterruptedException;

  /** Does not end what others use, too. */
  @Override
  void close();
}
