package org.parley.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.parley.system.process.Part;
import org.parley.system.settings.StartProblem;

class PartsTest {

  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Parts parts = new Parts(line -> {});

  @Test
  void stopsInTheOppositeOrder() {
    parts.start(List.of(new RecordingPart("postgres")));
    parts.start(List.of(new RecordingPart("service")));
    parts.start(List.of(new RecordingPart("origin")));

    parts.stop();

    assertThat(events)
        .containsExactly(
            "start postgres",
            "start service",
            "start origin",
            "stop origin",
            "stop service",
            "stop postgres");
  }

  @Test
  void stopsAlsoAPartThatCouldNotStart() {
    Part broken =
        new RecordingPart("service") {
          @Override
          public void start() {
            super.start();
            throw new StartProblem("It does not want to.");
          }
        };

    assertThatThrownBy(() -> parts.start(List.of(broken)))
        .isInstanceOf(StartProblem.class)
        .hasMessage("It does not want to.");
    parts.stop();

    assertThat(events).containsExactly("start service", "stop service");
  }

  @Test
  void startsNothingMoreAfterAStop() {
    parts.stop();

    assertThatThrownBy(() -> parts.start(List.of(new RecordingPart("late"))))
        .isInstanceOf(StartProblem.class);
    assertThat(events).isEmpty();
  }

  @Test
  void startsAPartAgainInItsPlace() {
    parts.start(List.of(new RecordingPart("redis")));
    parts.start(List.of(new RecordingPart("service")));
    parts.startAgain(new RecordingPart("redis"));
    parts.stop();
    assertThat(events)
        .containsExactly(
            "start redis",
            "start service",
            "stop redis",
            "start redis",
            "stop service",
            "stop redis");
    assertThatThrownBy(() -> parts.startAgain(new RecordingPart("redis")))
        .isInstanceOf(StartProblem.class);
  }

  @Test
  void stopsOnlyOnce() {
    parts.start(List.of(new RecordingPart("redis")));

    parts.stop();
    parts.stop();

    assertThat(events).containsExactly("start redis", "stop redis");
  }

  private class RecordingPart implements Part {

    private final String name;

    RecordingPart(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void start() {
      events.add("start " + name);
    }

    @Override
    public void stop() {
      events.add("stop " + name);
    }
  }
}
