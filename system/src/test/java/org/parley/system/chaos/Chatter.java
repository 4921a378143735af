package org.parley.system.chaos;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.parley.system.support.Patience;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/** People who write all the time, whatever comes of it; and one on each instance who reads. */
final class Chatter implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Visitor writer;
  private final long room;
  private final List<TestSocket> readers = new ArrayList<>();
  private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean over;

  Chatter(ChaosSystem system, int number) {
    URI origin = URI.create(system.local().description().origin() + "/");
    writer = Visitor.signUp(origin, "writer");
    room = writer.createRoom(Visitor.freshName("chatter"), "public");
    for (int i = 0; i < ChaosSystem.INSTANCES; i++) {
      TestSocket reader = TestSocket.open(system.socket(i));
      reader.authenticate(Visitor.signUp(origin, "reader"));
      reader.join(room);
      readers.add(reader);
    }
    for (int i = 0; i < number; i++) {
      writers.execute(this::write);
    }
  }

  private void write() {
    while (!over) {
      try {
        writer.say(room, "on and on");
      } catch (RuntimeException | AssertionError e) {
        // Refused, or nobody answers: that is what the drill is about.
      }
      Patience.pause(PAUSE);
    }
  }

  @Override
  public void close() {
    over = true;
    writers.close();
    readers.forEach(TestSocket::close);
  }
}
