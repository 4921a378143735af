package org.parley.chat.log;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The append statement without a database: shows each batch to the test and waits for the test's
 * answer.
 */
final class ScriptedStatement extends AppendStatement {

  private static final long PATIENCE_SECONDS = 10;

  /** What the database does with a batch. */
  interface Answer {
    List<Outcome> to(List<NewMessage> batch) throws AppendFailure;
  }

  private final BlockingQueue<List<NewMessage>> batches = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final AtomicLong lastSeq = new AtomicLong();

  /** The contents of the batch whose commit is under way; its lane waits for {@link #answer}. */
  List<String> nextBatch() throws InterruptedException {
    List<NewMessage> batch = batches.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return batch == null
        ? List.of("no batch came")
        : batch.stream().map(NewMessage::content).toList();
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

  void fail(AppendFailure failure) {
    answer(
        batch -> {
          throw failure;
        });
  }

  Outcome stored(NewMessage message) {
    return outcome(message, true);
  }

  private Outcome outcome(NewMessage message, boolean isNew) {
    long seq = lastSeq.incrementAndGet();
    return new Outcome.Stored(new Posted(message, 900 + seq, seq, seq, Instant.EPOCH, isNew));
  }

  @Override
  List<Outcome> append(List<NewMessage> messages) throws AppendFailure {
    batches.add(List.copyOf(messages));
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
}
