package org.parley.chat.feed;

import static java.util.Objects.requireNonNull;
import static org.parley.contract.metric.Metrics.described;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.jspecify.annotations.Nullable;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.message.Messages;
import org.parley.chat.platform.DatabaseThreads;
import org.parley.chat.protocol.RoomFrame;
import org.parley.contract.trace.TraceParent;
import org.parley.contract.trace.Traces;

/**
 * The rooms that have somebody on this instance. A room is subscribed while it is open; relies on
 * {@link ConcurrentHashMap#compute} running atomically per key, so that opening, closing and
 * counting of one room never overlap.
 */
@ApplicationScoped
public class Hub implements Broadcast.Listener {

  private static final Logger LOG = System.getLogger(Hub.class.getName());

  /**
   * How long a change may be missing before it is read: publishes of two instances overtake each
   * other by milliseconds.
   */
  private static final Duration HOLD = Duration.ofMillis(50);

  /** Somebody's membership of a room may have ended. */
  public record MembersChanged(long roomId) {}

  private final Map<Long, OpenRoom> rooms = new ConcurrentHashMap<>();
  private final AtomicLong charsOfAllRings = new AtomicLong();
  private final AtomicBoolean mayHaveMissed = new AtomicBoolean();

  private Broadcast broadcast;
  private RoomHeadStore heads;
  private Messages messages;
  private Event<MembersChanged> membersChanged;
  private MetricRegistry registry;
  private DatabaseThreads executor;
  private Executor afterHold;
  private final Map<GapFill.Cause, Counter> fills = new EnumMap<>(GapFill.Cause.class);
  private Traces traces;

  Hub() {} // for the container's proxy

  @Inject
  Hub(
      Broadcast broadcast,
      RoomHeadStore heads,
      Messages messages,
      Event<MembersChanged> membersChanged,
      MetricRegistry registry,
      DatabaseThreads executor,
      Traces traces) {
    this(); // the rest comes with the start
    this.broadcast = broadcast;
    this.heads = heads;
    this.messages = messages;
    this.membersChanged = membersChanged;
    this.registry = registry;
    this.executor = executor;
    this.traces = traces;
    this.afterHold =
        CompletableFuture.delayedExecutor(HOLD.toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
  }

  void listen(@Observes Startup startup) {
    for (GapFill.Cause cause : GapFill.Cause.values()) {
      Tag tag = new Tag("cause", cause.name().toLowerCase(Locale.ROOT));
      fills.put(
          cause,
          registry.counter(
              described(
                  "gap_fills_total",
                  "Reads of the log because changes came too late (gap) or not at all (tail)."),
              tag));
    }
    broadcast.listen(this);
  }

  /**
   * Opens the room for one more connection. The stage ends when the room's subscription was
   * confirmed (or Redis is away) and its feed knows where it stands. Whatever the outcome, {@link
   * #close} must follow once.
   */
  public CompletableFuture<RoomFeed> open(long roomId) {
    return rooms.compute(roomId, (id, known) -> openOrStart(id, known).oneMore()).ready();
  }

  /** One connection less in the room. */
  public void close(long roomId) {
    rooms.computeIfPresent(
        roomId,
        (id, room) -> {
          if (!room.oneLess()) {
            return room;
          }
          broadcast.unsubscribe(id);
          room.feed().close();
          return null;
        });
  }

  /** The feed of a room that is open here. */
  public Optional<RoomFeed> find(long roomId) {
    return Optional.ofNullable(rooms.get(roomId)).map(OpenRoom::feed);
  }

  @Override
  public void received(long roomId, byte[] payload, long committedNanos) {
    OpenRoom room = rooms.get(roomId);
    if (room == null) {
      return;
    }
    RoomFrame frame;
    try {
      frame = RoomFrame.fromBytes(payload);
    } catch (IllegalArgumentException e) {
      // Of a newer instance beside us: if it was a change, the log has it.
      LOG.log(Level.DEBUG, "a frame for room {0} is skipped: {1}", roomId, e.getMessage());
      return;
    }
    Span span = deliver(roomId, frame);
    try {
      if (frame.kind() == RoomFrame.Kind.MEMBERSHIP) {
        membersChanged.fire(new MembersChanged(roomId));
      } else if (room.feed().offer(frame.committedAt(committedNanos))) {
        room.behind(!broadcast.isAway());
      }
    } finally {
      span.end();
    }
  }

  private Span deliver(long roomId, RoomFrame frame) {
    TraceParent published = frame.trace();
    return published == null
        ? Span.getInvalid()
        : traces
            .beginBelow(published.span(), "deliver", SpanKind.CONSUMER)
            .setAttribute("parley.room_id", roomId)
            .setAttribute("parley.change_seq", frame.changeSeq());
  }

  @Override
  public void resubscribed() {
    mayHaveMissed.set(true);
  }

  /** Whether something may have been missed in many rooms; says so once. */
  boolean mayHaveMissed() {
    return mayHaveMissed.getAndSet(false);
  }

  /** Where the rooms that are open here stand. */
  List<RoomHead> heads() {
    return rooms.values().stream().flatMap(room -> room.feed().head().stream()).toList();
  }

  /** Where a room stands in the log, which was {@code known} when it was asked. */
  void compare(RoomHead known, RoomHead head) {
    OpenRoom room = rooms.get(head.roomId());
    if (room == null) {
      return;
    }
    if (room.feed().membersVersion() != head.membersVersion()) {
      membersChanged.fire(new MembersChanged(head.roomId()));
    }
    if (room.feed().compare(known, head)) {
      room.behind(!broadcast.isAway());
    }
  }

  private OpenRoom openOrStart(long roomId, @Nullable OpenRoom known) {
    if (known == null) {
      return start(roomId);
    }
    // Where one attempt failed the next must not wait until all who saw it fail are gone.
    return known.hasFailed() ? start(roomId).inPlaceOf(known) : known;
  }

  private OpenRoom start(long roomId) {
    RoomFeed feed = new RoomFeed(roomId, charsOfAllRings);
    OpenRoom room =
        new OpenRoom(
            feed, new GapFill(feed, messages, executor, afterHold, cause -> count(roomId, cause)));
    room.startAt(
        broadcast
            .subscribe(roomId)
            // Without Redis the room opens all the same; its subscription follows when Redis is
            // back.
            .handle((subscribed, away) -> roomId)
            .thenApplyAsync(heads::head, executor));
    return room;
  }

  /** Of rooms of people: the probe's own has a number below theirs. */
  private void count(long roomId, GapFill.Cause cause) {
    if (roomId > 0) {
      requireNonNull(fills.get(cause), "registered at the start").inc();
    }
  }
}
