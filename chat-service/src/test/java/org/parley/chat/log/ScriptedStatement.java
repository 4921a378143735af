package org.parley.chat.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.parley.chat.mention.Mentions;

/**
 * The two statements without a database: sends show each batch to the test and wait for the test's
 * answer, changes are answered at once.
 */
final class ScriptedStatement extends AppendStatement {

  private static final long PATIENCE_SECONDS = 10;

  /** What the database does with a batch. */
  interface Answer {
    List<Outcome<Posted>> to(List<NewMessage> batch) throws Failure;
  }

  private final BlockingQueue<List<String>> batches = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final AtomicLong lastSeq = new AtomicLong();

  /** The contents of the batch whose commit is under way; its lane waits for {@link #answer}. */
  List<String> nextBatch() throws InterruptedException {
    List<String> batch = batches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return batch == null ? List.of("no batch came") : batch;
  }

  void answer(Answer answer) {
    answers.add(answer);
  }

  /** Stores the whole batch. */
  void store() {
    answer(batch -> batch.stream().map(this::stored).toList());
  }

  /** Finds that the whole batch was stored earlier. */
  void repeat() {
    answer(batch -> batch.stream().map(message -> outcome(message, false)).toList());
  }

  void fail(Failure failure) {
    answer(
        batch -> {
          throw failure;
        });
  }

  Outcome<Posted> stored(NewMessage message) {
    return outcome(message, true);
  }

  private Outcome<Posted> outcome(NewMessage message, boolean isNew) {
    long seq = lastSeq.incrementAndGet();
    return new Outcome.Done<>(
        new Posted(message, 900 + seq, seq, seq, Instant.EPOCH, Mentions.NONE, isNew, 0));
  }

  @Override
  List<Outcome<Posted>> run(List<NewMessage> messages) throws Failure {
    batches.add(messages.stream().map(NewMessage::content).toList());
    try {
      Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException("the test gave no answer to " + messages);
      }
      return answer.to(messages);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The other statement: shows its batches among those of the sends and finds nothing to do. */
  final class Changes extends ChangeStatement {
    @Override
    List<Outcome<Changed>> run(List<MessageChange> changes) {
      batches.add(changes.stream().map(change -> "change of " + change.seq()).toList());
      return changes.stream().map(Changes::unchanged).toList();
    }

    private static Outcome<Changed> unchanged(MessageChange change) {
      return new Outcome.Done<>(
          new Changed(
              new StoredMessage(
                  900 + change.seq(),
                  change.roomId(),
                  change.seq(),
                  change.seq(),
                  change.seq(),
                  change.person(),
                  new UUID(0, change.seq()),
                  "",
                  Instant.EPOCH,
                  null,
                  Instant.EPOCH,
                  null,
                  null,
                  Mentions.NONE),
              false));
    }
  }
}
