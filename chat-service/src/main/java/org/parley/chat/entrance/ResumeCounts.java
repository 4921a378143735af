package org.parley.chat.entrance;

import static java.util.Objects.requireNonNull;
import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.parley.chat.feed.RoomFeed.Resumption;

/** How sockets that came back to a room went on, counted from zero. */
@ApplicationScoped
class ResumeCounts {

  /** What a client that resumed was given; one that left before the end was given nothing. */
  enum Outcome {
    UP_TO_DATE,
    REPLAYED,
    RESYNC
  }

  private final Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);

  void register(@Observes Startup startup, MetricRegistry registry) {
    for (Outcome outcome : Outcome.values()) {
      counters.put(
          outcome,
          registry.counter(
              described(
                  "resumes_total",
                  "Sockets that came back to a room, by what they were given: nothing, what they"
                      + " missed, or word to begin anew."),
              new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT))));
    }
  }

  /** Counts what is decided at once; returns whether the rest must be replayed. */
  boolean resumed(Resumption resumption) {
    switch (resumption) {
      case UP_TO_DATE -> count(Outcome.UP_TO_DATE);
      case ANEW -> count(Outcome.RESYNC);
      case BEHIND -> {}
    }
    return resumption == Resumption.BEHIND;
  }

  /** Counts how a replay ended. */
  void replayed(Resumption resumption) {
    switch (resumption) {
      case UP_TO_DATE -> count(Outcome.REPLAYED);
      case ANEW -> count(Outcome.RESYNC);
      case BEHIND -> {}
    }
  }

  void count(Outcome outcome) {
    requireNonNull(counters.get(outcome), "registered at the start").inc();
  }
}
