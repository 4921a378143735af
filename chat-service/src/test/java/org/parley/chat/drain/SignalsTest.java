package org.parley.chat.drain;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With a signal that nobody misses, which this process sends to itself. */
class SignalsTest {

  private static final String WINCH = "WINCH";

  private final BlockingQueue<String> called = new LinkedBlockingQueue<>();

  @Test
  void callsTheHandlerUntilItEndsAndHandsOnWhatWasBefore() throws Exception {
    Signals.Handling outer =
        requireNonNull(Signals.handle(WINCH, before -> called.add("outer")), "this JVM can");
    Signals.Handling inner =
        requireNonNull(
            Signals.handle(
                WINCH,
                before -> {
                  called.add("inner");
                  before.run();
                }),
            "this JVM can");
    raise();
    assertThat(next()).isEqualTo("inner");
    assertThat(next()).isEqualTo("outer");

    inner.end();
    raise();
    assertThat(next()).isEqualTo("outer");
    outer.end();
  }

  @Test
  void saysThatAnUnknownSignalCannotBeHandled() {
    assertThat(Signals.handle("NONSENSE", before -> {})).isNull();
  }

  private static void raise() throws Exception {
    long self = ProcessHandle.current().pid();
    assertThat(new ProcessBuilder("kill", "-" + WINCH, Long.toString(self)).start().waitFor())
        .isZero();
  }

  private String next() throws InterruptedException {
    return called.poll(10, TimeUnit.SECONDS);
  }
}
