package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
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
import org.parley.system.support.WithRunningSystem;

/**
 * What the browser client costs while a hundred messages a second arrive in the open room: long
 * tasks, rows, and the heap before and after. Run with -Dparley.bench.client=true, for longer than
 * a minute with -Dparley.bench.minutes; it says what it found and promises the bounds only.
 */
@WithRunningSystem
@EnabledIfSystemProperty(named = "parley.bench.client", matches = "true")
class ClientBenchIT {

  private static final String PASSWORD = "a long enough pass phrase";
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

  private final RunningSystem system;

  ClientBenchIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void aHundredMessagesASecond() throws InterruptedException {
    long minutes = Long.getLong("parley.bench.minutes", 1);
    String name = Visitor.freshName("Rapids");
    List<Visitor> speakers =
        IntStream.range(0, SPEAKERS).mapToObj(i -> Visitor.signUp(system, "ben")).toList();
    long room = speakers.getFirst().createRoom(name, "public");
    speakers.forEach(each -> each.api().post("/api/v1/rooms/" + room + "/join", Map.of()));
    try (Chromium chromium = Chromium.start();
        Screen ada = Screen.open(chromium.browser(), system.origin("/"))) {
      ada.signUp(Visitor.freshName("ada"), PASSWORD).joinRoom(name);
      Page page = new Timeline(ada).page();
      CDPSession devtools = page.context().newCDPSession(page);
      devtools.send("Performance.enable");
      page.evaluate(LONG_TASKS);
      System.out.println("before: " + metrics(devtools));

      Semaphore said = new Semaphore(0);
      talk(speakers, room, Duration.ofMinutes(minutes), said);
      Patience.await("everything said", () -> said.tryAcquire(SPEAKERS));
      long last = speakers.getFirst().say(room, "the last word");
      Locator newest = ada.item("message").last();
      PlaywrightAssertions.assertThat(newest)
          .hasAttribute(
              "data-seq",
              Long.toString(last),
              new LocatorAssertions.HasAttributeOptions().setTimeout(30_000));

      int rows = new Timeline(ada).rows();
      System.out.printf("after %,d messages: %s, %d rows%n", last, metrics(devtools), rows);
      System.out.println(
          "long tasks: "
              + page.evaluate(
                  "() => { const all = window.longTasks; return { count: all.length, longest: Math.max(0, ...all),"
                      + " sum: all.reduce((sum, one) => sum + one, 0) }; }"));
      assertThat(rows).isLessThanOrEqualTo(ROWS);
    }
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
