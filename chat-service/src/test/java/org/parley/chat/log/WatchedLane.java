package org.parley.chat.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a lane tells of itself. */
final class WatchedLane implements AppendLane.Watch {

  final List<Integer> batchSizes = new CopyOnWriteArrayList<>();
  final AtomicInteger answers = new AtomicInteger();
  final AtomicInteger failures = new AtomicInteger();
  final AtomicInteger refusedBusy = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();

  @Override
  public void committed(int batchSize) {
    batchSizes.add(batchSize);
  }

  @Override
  public void answered(Duration after) {
    if (!after.isNegative()) {
      answers.incrementAndGet();
    }
  }

  @Override
  public void failed(BatchStatement.Failure failure) {
    failures.incrementAndGet();
  }

  @Override
  public void refused() {
    refused.incrementAndGet();
  }

  @Override
  public void busy() {
    refusedBusy.incrementAndGet();
  }
}
