package org.parley.chat.health;

import static org.parley.contract.metric.Metrics.described;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Which of the parts this instance needs are away. Whoever asks them says how it went; a change is
 * logged once, with what it means for people, and shown in the metrics and in the readiness answer.
 * Thread-safe.
 */
@ApplicationScoped
public class Degradation {

  /** A part that may be away while this instance goes on. */
  public enum Dependency {
    REDIS(
        "Redis",
        "what other instances store is found in the database, up to a second later; nobody is told"
            + " who comes and goes"),
    POSTGRESQL("PostgreSQL", "nothing can be sent, read or joined; sockets stay open"),
    /** PostgreSQL may answer and still not store: its disk is full. */
    MESSAGE_LOG("The message log", "nothing can be sent or changed; clients try again"),
    CLOCK(
        "The clock",
        "is wrong",
        "is right again",
        "who signed in just now may be refused here, or who should sign in again may not be; set this"
            + " machine's clock, or PostgreSQL's"),
    USER_SERVICE(
        "user-service",
        "sockets of sessions that end stay open until it is back, and people it did not name yet"
            + " are called by their number");

    private final String title;
    private final String begins;
    private final String ends;
    private final String meaning;

    Dependency(String title, String meaning) {
      this(title, "is away", "is back", meaning);
    }

    Dependency(String title, String begins, String ends, String meaning) {
      this.title = title;
      this.begins = begins;
      this.ends = ends;
      this.meaning = meaning;
    }

    private String tag() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Logger LOG = System.getLogger(Degradation.class.getName());

  /** By the clock of {@link System#nanoTime}. */
  private record Away(long since, long failedLast) {

    Away again(Away later) {
      return new Away(since, later.failedLast);
    }
  }

  /** Only those that are away. */
  private final Map<Dependency, Away> away = new ConcurrentHashMap<>();

  void register(@Observes Startup startup, MetricRegistry registry) {
    for (Dependency dependency : Dependency.values()) {
      Gauge<Integer> state = () -> isAway(dependency) ? 1 : 0;
      registry.gauge(
          described(
              "degraded", "1 while this part cannot be used, and this instance goes on without."),
          state,
          Gauge::getValue,
          new Tag("dependency", dependency.tag()));
    }
  }

  /** It did what it was asked. */
  public void works(Dependency dependency) {
    Away ended = away.remove(dependency);
    if (ended != null) {
      tellEnd(dependency, ended);
    }
  }

  private static void tellEnd(Dependency dependency, Away ended) {
    LOG.log(
        Level.INFO,
        "{0} {1} after {2} s",
        dependency.title,
        dependency.ends,
        Duration.ofNanos(System.nanoTime() - ended.since).toMillis() / 1_000.0);
  }

  /**
   * It did what it was asked, or was not asked at all, and has not failed for so long: one of
   * several who ask may be lucky.
   */
  public void worksSteadily(Dependency dependency, Duration withoutFailure) {
    Away now = away.get(dependency);
    if (now != null
        && System.nanoTime() - now.failedLast > withoutFailure.toNanos()
        && away.remove(dependency, now)) {
      tellEnd(dependency, now);
    }
  }

  /**
   * It did not.
   *
   * @param because for the log: the failure, without what anybody wrote
   */
  public void fails(Dependency dependency, String because) {
    long now = System.nanoTime();
    Away away = this.away.merge(dependency, new Away(now, now), Away::again);
    if (away.since == now) {
      LOG.log(
          Level.WARNING,
          "{0} {1}: {2}. {3}",
          dependency.title,
          dependency.begins,
          dependency.meaning,
          because);
    }
  }

  public boolean isAway(Dependency dependency) {
    return away.containsKey(dependency);
  }

  /** By name of the part: {@code up} or {@code away}. */
  Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    Arrays.stream(Dependency.values())
        .forEach(one -> states.put(one.tag(), isAway(one) ? "away" : "up"));
    return states;
  }
}
