package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * What the browser client costs in a room of fifty thousand messages: its bytes, and rows, long
 * tasks and heap while a hundred messages a second arrive in it and while somebody reads back. Run
 * with -Dparley.bench.client=true, for longer than a minute with -Dparley.bench.minutes; it says
 * what it found and promises the bounds only.
 */
@WithBrowsers
@EnabledIfSystemProperty(named = "parley.bench.client", matches = "true")
class ClientBenchIT {

  private static final int MESSAGES = 50_000;
  private static final int A_SECOND = 100;
  private static final int SPEAKERS = 4;

  /** What is here at most, and what stands between the messages. */
  private static final int ROWS = 400;

  private static final List<String> WANTED =
      List.of("JSHeapUsedSize", "Nodes", "ScriptDuration", "LayoutDuration", "TaskDuration");

  private static final String LONG_TASKS =
      """
      () => {
        window.longTasks = [];
        new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.longTasks.push(duration)))
          .observe({ type: 'longtask' });
      }
      """;

  private static final String LONG_TASKS_SEEN =
      """
      () => {
        const all = window.longTasks.splice(0);
        return { count: all.length, longest: Math.max(0, ...all), sum: all.reduce((sum, one) => sum + one, 0) };
      }
      """;

  private final RunningSystem system;
  private final Wharf wharf;

  ClientBenchIT(RunningSystem system, Browsers browsers) {
    this.system = system;
    wharf = new Wharf(system, browsers);
    wharf.past().says(wharf.ben(), MESSAGES);
  }

  @Test
  void aHundredMessagesASecond() throws InterruptedException {
    long minutes = Long.getLong("parley.bench.minutes", 1);
    Screen ada = wharf.ada();
    CDPSession devtools = watched(ada);
    List<Visitor> speakers = List.of();
    for (long minute = 1; minute <= minutes; minute++) {
      speakers = speakers();
      Semaphore said = new Semaphore(0);
      talk(speakers, wharf.room(), Duration.ofMinutes(1), said);
      Patience.await("everything said", () -> said.tryAcquire(SPEAKERS));
      tell("after " + minute + " minutes", ada, devtools);
    }
    long last = speakers.getFirst().say(wharf.room(), "the last word");
    PlaywrightAssertions.assertThat(ada.item("message").last())
        .hasAttribute(
            "data-seq",
            Long.toString(last),
            new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));
    tell("after " + (last - MESSAGES) + " messages", ada, devtools);
    assertThat(new Timeline(ada).rows()).isLessThanOrEqualTo(ROWS);
  }

  /** Others each minute, whose tokens last longer than that. */
  private List<Visitor> speakers() {
    List<Visitor> speakers =
        IntStream.range(0, SPEAKERS).mapToObj(i -> Visitor.signUp(system, "cleo")).toList();
    speakers.forEach(each -> each.join(wharf.room()));
    return speakers;
  }

  @Test
  void twoThousandMessagesBack() {
    Screen ada = wharf.ada();
    Timeline timeline = new Timeline(ada).endsWith(MESSAGES);
    CDPSession devtools = watched(ada);
    for (long seq = MESSAGES - 100; seq > MESSAGES - 2_000; seq -= 100) {
      timeline.readBackTo(seq);
    }
    tell("2,000 messages back, at most " + timeline.mostRows() + " rows", ada, devtools);
    assertThat(timeline.mostRows()).isLessThanOrEqualTo(ROWS);
  }

  private static CDPSession watched(Screen screen) {
    Page page = screen.page();
    CDPSession devtools = page.context().newCDPSession(page);
    devtools.send("Performance.enable");
    page.evaluate(LONG_TASKS);
    System.out.printf("%s bytes of the client are loaded%n", screen.bytesLoaded());
    tell("before", screen, devtools);
    return devtools;
  }

  private static void tell(String when, Screen screen, CDPSession devtools) {
    System.out.printf(
        "%s: %s, %d rows, long tasks %s%n",
        when,
        metrics(devtools),
        new Timeline(screen).rows(),
        screen.page().evaluate(LONG_TASKS_SEEN));
  }

  /** Returns when all of them have said their part, or long after they should have. */
  private static void talk(List<Visitor> speakers, long room, Duration time, Semaphore said)
      throws InterruptedException {
    long each = time.toSeconds() * A_SECOND / speakers.size();
    long pause = TimeUnit.SECONDS.toNanos(speakers.size()) / A_SECOND;
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    for (Visitor speaker : speakers) {
      threads.execute(
          () -> {
            long begin = System.nanoTime();
            for (long i = 0; i < each; i++) {
              speaker.say(room, "word " + i + " of " + speaker.username());
              Patience.pause(
                  Duration.ofNanos(Math.max(0, begin + (i + 1) * pause - System.nanoTime())));
            }
            said.release();
          });
    }
    threads.shutdown();
    threads.awaitTermination(time.toSeconds() * 3 + 60, TimeUnit.SECONDS);
  }

  /** After a collection, so that what is counted is what is held. */
  private static Map<String, Double> metrics(CDPSession devtools) {
    devtools.send("HeapProfiler.collectGarbage");
    Map<String, Double> found = new TreeMap<>();
    for (JsonNode metric :
        json(devtools.send("Performance.getMetrics").toString()).path("metrics")) {
      if (WANTED.contains(metric.path("name").asText())) {
        found.put(metric.path("name").asText(), metric.path("value").asDouble());
      }
    }
    return found;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
