package org.parley.chat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.chat.protocol.ServerFrame;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class ReadResourceTest {

  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void doesNotWaitForEverForWhatIsNotStored() {
    CompletableFuture<Reading.Marked> never = new CompletableFuture<>();
    assertThatThrownBy(() -> ReadResource.await(never, SHORT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
  }

  @Test
  void tellsWhatCameOfIt() {
    Reading.Marked marked = new Reading.Marked(new ServerFrame.Read(3, 9, 2, 1, 11), true);
    assertThat(ReadResource.await(CompletableFuture.completedFuture(marked), SHORT))
        .isSameAs(marked);
    ProblemException refusal = new ProblemException(ProblemType.NOT_MEMBER);
    assertThatThrownBy(() -> ReadResource.await(CompletableFuture.failedFuture(refusal), SHORT))
        .hasCause(refusal);
  }
}
