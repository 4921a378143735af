package org.parley.chat.reading;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.parley.chat.devices.Devices;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.protocol.ServerFrame;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * The story of a pointer: move it → tell all devices of the person.
 *
 * <p>A word waits for half a second before it is stored. What somebody says of the same room until
 * then goes with it, so that whoever scrolls costs two statements a second. Thread-safe; relies on
 * {@link ConcurrentHashMap#compute} running atomically per key.
 */
@ApplicationScoped
public class Reading {

  private static final Duration RETRY = Duration.ofSeconds(1);

  private record Key(long roomId, long userId) {}

  /** A word that waits, and who waits for what comes of it. */
  private record Waiting(long seq, CompletableFuture<ReadMarkStore.Pointer> done) {
    Waiting upTo(long another) {
      return another > seq ? new Waiting(another, done) : this;
    }
  }

  private final Map<Key, Waiting> waiting = new ConcurrentHashMap<>();

  private PersonLimits limits;
  private ReadMarkStore store;
  private Devices devices;
  private ReadingThreads threads;

  protected Reading() {} // for the container's proxy

  @Inject
  Reading(PersonLimits limits, ReadMarkStore store, Devices devices, ReadingThreads threads) {
    this(); // the container's proxy takes nothing
    this.limits = limits;
    this.store = store;
    this.devices = devices;
    this.threads = threads;
  }

  /**
   * Notes that the person has read the room up to this message, or to its last one if that is
   * before it. Returns at once; ends when it is stored and their devices are told, with where the
   * pointer stands and {@code moved} false when it was there before: then nobody is told.
   *
   * <p>Ends exceptionally with {@code not_member}, {@code unavailable} or what the database says.
   *
   * @throws ProblemException {@code validation_failed}, {@code rate_limited}
   */
  public CompletionStage<Marked> mark(long roomId, Person person, long seq) {
    if (seq < 0) {
      throw ProblemException.invalid("seq", "seq is 0 or more.");
    }
    limits.requireRead(person);
    Key key = new Key(roomId, person.id());
    boolean[] isFirst = new boolean[1];
    Waiting one =
        waiting.compute(
            key,
            (same, known) -> {
              isFirst[0] = known == null;
              return known == null ? new Waiting(seq, new CompletableFuture<>()) : known.upTo(seq);
            });
    if (isFirst[0]) {
      start(key, person, one.done());
    }
    return one.done()
        .thenApply(pointer -> new Marked(frame(roomId, pointer.count()), pointer.moved()));
  }

  /**
   * What came of it.
   *
   * @param read as all devices are told
   * @param moved whether they were
   */
  public record Marked(ServerFrame.Read read, boolean moved) {}

  private void start(Key key, Person person, CompletableFuture<ReadMarkStore.Pointer> done) {
    try {
      threads.later(() -> store(key, person, done));
    } catch (RejectedExecutionException e) {
      waiting.remove(key);
      done.completeExceptionally(
          ProblemException.unavailable("Too much is waiting to be stored.", RETRY, e));
    }
  }

  private void store(Key key, Person person, CompletableFuture<ReadMarkStore.Pointer> done) {
    try {
      long seq = taken(key);
      ReadMarkStore.Pointer pointer =
          store
              .mark(key.roomId(), person, seq)
              .orElseThrow(() -> new ProblemException(ProblemType.NOT_MEMBER));
      if (pointer.moved()) {
        devices.tell(person.id(), frame(key.roomId(), pointer.count()));
      }
      done.complete(pointer);
    } catch (RuntimeException e) {
      done.completeExceptionally(e);
    }
  }

  /** How far they have read; what they say from now on is another word. */
  private long taken(Key key) {
    Waiting last = waiting.remove(key);
    if (last == null) {
      throw new IllegalStateException("taken twice");
    }
    return last.seq();
  }

  private static ServerFrame.Read frame(long roomId, ReadCount count) {
    ReadState state = count.state();
    return new ServerFrame.Read(
        roomId, state.lastReadSeq(), state.unread(), state.mentions(), count.lastSeq());
  }
}
