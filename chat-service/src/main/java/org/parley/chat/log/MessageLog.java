package org.parley.chat.log;

import static org.parley.contract.metric.Metrics.described;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;
import org.parley.chat.health.Degradation;
import org.parley.chat.health.Degradation.Dependency;
import org.parley.contract.trace.Traces;

/**
 * The log: appends sends, changes what was sent, and says what came of it.
 *
 * <p>Guarantees: a stage completes normally only after the commit; sends and changes of one room
 * handed in one after another are carried out in that order, and their stages complete in it; the
 * same {@code client_msg_id} of the same person in the same room is stored once. A room always uses
 * the same lane; a lane has one thread and one commit under way, and what arrives meanwhile goes
 * into the next one.
 */
@ApplicationScoped
public class MessageLog {

  /**
   * PostgreSQL writes one WAL: more lanes than this only share it, fewer leave it idle between
   * commits.
   */
  private static final int LANES = 4;

  /** With a full disk some changes still find their place. */
  private static final Duration STEADY = Duration.ofSeconds(3);

  private final List<AppendLane> lanes = new ArrayList<>(LANES);

  @Inject private AppendStatement appending;
  @Inject private ChangeStatement changing;
  @Inject private MetricRegistry registry;
  @Inject private Degradation degradation;
  @Inject private Traces traces;

  @Resource private ManagedThreadFactory threads;

  void open(@Observes Startup startup) {
    Metrics metrics = Metrics.in(registry, degradation);
    for (int i = 0; i < LANES; i++) {
      AppendLane lane = new AppendLane(metrics, AppendLane.MAX_BATCH, System::nanoTime, traces);
      lanes.add(lane);
      Thread thread = threads.newThread(lane);
      thread.setName("append-lane-" + i);
      thread.start();
    }
  }

  /**
   * Appends the message. Returns at once; the stage ends exceptionally with a {@code
   * ProblemException}: {@code not_member}, {@code conflict}, {@code busy}, {@code unavailable} or
   * {@code draining}. After the last three the same send may be repeated under its id.
   */
  public CompletionStage<Posted> append(NewMessage message) {
    return lane(message.roomId()).add(appending, message);
  }

  /**
   * Changes a message. Returns at once; the stage ends exceptionally with a {@code
   * ProblemException}: {@code not_member}, {@code not_found}, {@code forbidden} (somebody else's
   * message), {@code conflict} (it was removed, or has too many reactions), {@code busy}, {@code
   * unavailable} or {@code draining}. After the last three the same may be asked for again.
   */
  public CompletionStage<Changed> change(MessageChange change) {
    return lane(change.roomId()).add(changing, change);
  }

  private AppendLane lane(long roomId) {
    return lanes.get(Math.floorMod(Long.hashCode(roomId), LANES));
  }

  /**
   * Takes no more: what is handed in from now on is refused with {@code draining}. The stage ends
   * when all that was taken is committed or refused, and its stages are complete.
   */
  public CompletableFuture<Void> finish() {
    return CompletableFuture.allOf(
        lanes.stream().map(AppendLane::close).toArray(CompletableFuture[]::new));
  }

  @PreDestroy
  void close() {
    CompletableFuture<Void> unused = finish();
  }

  /** How the lanes are doing, from zero. */
  private record Metrics(
      Degradation degradation,
      Histogram batchSize,
      Timer seconds,
      Counter refusedBusy,
      Counter failed)
      implements AppendLane.Watch {

    static Metrics in(MetricRegistry registry, Degradation degradation) {
      return new Metrics(
          degradation,
          registry.histogram(
              described(
                  "append_batch_size",
                  "Sends or changes of messages that were committed at once.")),
          registry.timer(
              described(
                  "append_seconds",
                  "From taking a send or a change of a message to its commit or refusal.")),
          registry.counter(
              described(
                  "appends_busy_total",
                  "Sends and changes refused because too many waited or a room was held.")),
          registry.counter(
              described(
                  "appends_failed_total",
                  "Sends and changes refused because they could not be stored.")));
    }

    @Override
    public void committed(int size) {
      batchSize.update(size);
      degradation.worksSteadily(Dependency.MESSAGE_LOG, STEADY);
    }

    @Override
    public void failed(BatchStatement.Failure failure) {
      degradation.fails(Dependency.MESSAGE_LOG, String.valueOf(failure.problem().getCause()));
    }

    @Override
    public void answered(Duration after) {
      seconds.update(after);
    }

    @Override
    public void busy() {
      refusedBusy.inc();
    }

    @Override
    public void refused() {
      failed.inc();
    }
  }
}
