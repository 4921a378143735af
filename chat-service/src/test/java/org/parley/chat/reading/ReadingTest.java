package org.parley.chat.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.parley.chat.devices.Devices;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.protocol.ServerFrame;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

class ReadingTest {

  private static final long TEA = 3;
  private static final Person ADA = new Person(7, "ada");
  private static final Person BEN = new Person(8, "ben");

  private final Deque<Runnable> tasks = new ArrayDeque<>();
  private final List<String> stored = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private boolean member = true;

  private final Reading reading =
      new Reading(
          new Unlimited(),
          new ReadMarkStore() {
            @Override
            Optional<Pointer> mark(long roomId, Person person, long seq) {
              stored.add(person.username() + " " + seq);
              boolean moved = seq > 5;
              return member
                  ? Optional.of(new Pointer(count(Math.max(seq, 5)), moved))
                  : Optional.empty();
            }
          },
          new Devices() {
            @Override
            public void tell(long userId, ServerFrame frame) {
              told.add(userId + " " + frame);
            }
          },
          new ReadingThreads() {
            @Override
            void later(Runnable task) {
              tasks.add(task);
            }
          });

  @Test
  void tellsAllDevicesWhatIsStored() {
    CompletionStage<Reading.Marked> marked = reading.mark(TEA, ADA, 9);
    assertThat(marked.toCompletableFuture()).isNotDone();
    runAll();
    ServerFrame.Read read = new ServerFrame.Read(TEA, 9, 2, 1, 12);
    assertThat(marked).isCompletedWithValue(new Reading.Marked(read, true));
    assertThat(told).containsExactly("7 " + read);
  }

  @Test
  void tellsNobodyWhatWasReadBefore() {
    CompletionStage<Reading.Marked> marked = reading.mark(TEA, ADA, 4);
    runAll();
    assertThat(marked)
        .isCompletedWithValue(new Reading.Marked(new ServerFrame.Read(TEA, 5, 2, 1, 12), false));
    assertThat(told).isEmpty();
  }

  @Test
  void storesOnceWhatOnePersonSaysOfOneRoomMeanwhile() {
    List<CompletionStage<Reading.Marked>> all =
        List.of(reading.mark(TEA, ADA, 7), reading.mark(TEA, ADA, 9), reading.mark(TEA, ADA, 8));
    reading.mark(TEA, BEN, 6);
    reading.mark(TEA + 1, ADA, 6);
    runAll();
    assertThat(stored).containsExactly("ada 9", "ben 6", "ada 6");
    assertThat(all)
        .allSatisfy(one -> assertThat(one.toCompletableFuture().join().read().seq()).isEqualTo(9));
    reading.mark(TEA, ADA, 10);
    runAll();
    assertThat(stored).last().isEqualTo("ada 10");
  }

  @Test
  void whoIsNoMemberHasReadNothing() {
    member = false;
    CompletionStage<Reading.Marked> marked = reading.mark(TEA, ADA, 9);
    runAll();
    assertThatThrownBy(() -> marked.toCompletableFuture().join())
        .cause()
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.NOT_MEMBER));
    member = true;
    assertThat(reading.mark(TEA, ADA, 9)).as("a word of its own").isNotSameAs(marked);
    runAll();
    assertThat(told).hasSize(1);
  }

  @Test
  void refusesWhatNoMessageHas() {
    assertThatThrownBy(() -> reading.mark(TEA, ADA, -1))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED));
    assertThat(tasks).isEmpty();
  }

  @Test
  void saysSoWhenTooMuchWaits() {
    Reading full =
        new Reading(
            new Unlimited(),
            new ReadMarkStore(),
            new Devices(),
            new ReadingThreads() {
              @Override
              void later(Runnable task) {
                throw new RejectedExecutionException();
              }
            });
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> full.mark(TEA, ADA, 9).toCompletableFuture().join())
          .cause()
          .isInstanceOfSatisfying(
              ProblemException.class,
              problem -> assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE));
    }
  }

  private static ReadCount count(long seq) {
    return new ReadCount(new ReadState(seq, 2, 1), 12);
  }

  private void runAll() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  private static final class Unlimited extends PersonLimits {
    @Override
    public void requireRead(Person person) {}
  }
}
