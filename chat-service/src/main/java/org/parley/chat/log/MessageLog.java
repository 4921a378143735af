package org.parley.chat.log;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The log: appends sends and says where they went.
 *
 * <p>Guarantees: a stage completes normally only after the commit; sends to one room handed in one
 * after another are stored in that order; the same {@code client_msg_id} of the same person in the
 * same room is stored once. A room always uses the same lane; a lane has one thread and one commit
 * under way, and what arrives meanwhile goes into the next one.
 */
@ApplicationScoped
public class MessageLog {

  /**
   * PostgreSQL writes one WAL: more lanes than this only share it, fewer leave it idle between
   * commits.
   */
  private static final int LANES = 4;

  private final List<AppendLane> lanes = new ArrayList<>(LANES);

  @Inject private AppendStatement statement;

  @Resource private ManagedThreadFactory threads;

  void open(@Observes Startup startup) {
    for (int i = 0; i < LANES; i++) {
      AppendLane lane = new AppendLane(statement);
      lanes.add(lane);
      Thread thread = threads.newThread(lane);
      thread.setName("append-lane-" + i);
      thread.start();
    }
  }

  /**
   * Appends the message. Returns at once; the stage ends exceptionally with a {@code
   * ProblemException}: {@code not_member}, {@code conflict}, {@code busy} or {@code unavailable}.
   * After the last two the same send may be repeated under its id.
   */
  public CompletionStage<Posted> append(NewMessage message) {
    return lanes.get(Math.floorMod(Long.hashCode(message.roomId()), LANES)).append(message);
  }

  @PreDestroy
  void close() {
    lanes.forEach(AppendLane::close);
  }
}
