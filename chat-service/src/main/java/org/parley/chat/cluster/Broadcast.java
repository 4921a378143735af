package org.parley.chat.cluster;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/**
 * A channel per room that reaches every instance, and one for people, wherever they are. Best
 * effort between instances: payloads may be lost, and those of different instances overtake each
 * other; whoever listens notices by numbers inside the payload.
 */
public interface Broadcast {

  /** Somebody who is told what arrives. Called on several threads; must not block. */
  interface Listener {

    /**
     * A payload for a room that this instance or another one published.
     *
     * @param committedNanos as it was published with; 0 for one of another instance
     */
    void received(long roomId, byte[] payload, long committedNanos);

    /** Subscriptions were lost for a while and are back: payloads in between were missed. */
    void resubscribed();
  }

  /** Somebody who is told what arrives for people. Called on several threads; must not block. */
  interface PeopleListener {

    /**
     * A payload for a person that this instance or another one published. Every instance is told of
     * every person's: look first whether they are here.
     */
    void receivedFor(long userId, ByteBuffer payload);
  }

  /** The one listener of this instance; set once, at the start. */
  void listen(Listener listener);

  /** The one listener of this instance to what is for people; set once, at the start. */
  void listenForPeople(PeopleListener listener);

  /**
   * Hands the payload to this instance's listener before it returns, and to the other instances as
   * Redis can. Never throws and never waits: a failure between instances is counted.
   *
   * @param committedNanos when what it tells of was committed, by {@link System#nanoTime} of this
   *     process, for whoever measures how long it takes; 0 when nobody does
   */
  void publish(long roomId, byte[] payload, long committedNanos);

  /** The same, of something whose way nobody measures. */
  default void publish(long roomId, byte[] payload) {
    publish(roomId, payload, 0);
  }

  /**
   * Hands the payload to this instance's listener for people before it returns, and to the other
   * instances as Redis can; nobody notices what is lost. Never throws and never waits: a failure
   * between instances is counted.
   */
  void publishTo(long userId, byte[] payload);

  /**
   * Starts receiving a room's payloads. The stage ends when the subscription is confirmed, or
   * exceptionally when Redis is away; in that case the subscription is made as soon as it is back.
   */
  CompletionStage<Void> subscribe(long roomId);

  /**
   * Whether other instances are not heard at the moment: Redis cannot be reached, or what was
   * published here does not come back.
   */
  boolean isAway();

  /** Stops receiving a room's payloads. */
  void unsubscribe(long roomId);
}
