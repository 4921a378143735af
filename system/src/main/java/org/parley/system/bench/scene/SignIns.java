package org.parley.system.bench.scene;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.parley.system.check.wire.RestApi;

/**
 * People who sign in, each again as soon as they are answered. One refused because too many do so
 * tries again at once: the worst a queue can meet. Not thread-safe.
 */
public final class SignIns {

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int DIGITS = 3;
  private static final double MICROS_PER_MILLI = 1_000;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final List<HttpRequest> logins;
  private final List<Thread> people = new ArrayList<>();
  private final Histogram micros = new ConcurrentHistogram(DIGITS);
  private final LongAdder busy = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean going;
  private volatile long begin;

  private SignIns(HttpClient http, List<HttpRequest> logins) {
    this.http = http;
    this.logins = logins;
  }

  /** So many new people at this origin. */
  public static SignIns of(String origin, int count) throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    RestApi api = new RestApi(http, List.of(URI.create(origin)));
    List<HttpRequest> logins = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "bench-" + UUID.randomUUID().toString().substring(0, 18);
      String password = UUID.randomUUID().toString();
      String email = name + "@example.org";
      api.post(
          "/users/register",
          null,
          Map.of("username", name, "email", email, "password", password),
          PATIENCE);
      String body = "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
      logins.add(
          HttpRequest.newBuilder(URI.create(origin + "/api/v1/users/login"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build());
    }
    return new SignIns(http, logins);
  }

  /** From now on all of them sign in. */
  public void begin() {
    micros.reset();
    busy.reset();
    failed.reset();
    going = true;
    begin = System.nanoTime();
    logins.forEach(login -> people.add(Thread.ofVirtual().start(() -> signIn(login))));
  }

  /** Ends it, and says how it went; metrics by their name in the results. */
  public Map<String, Double> end() throws InterruptedException {
    going = false;
    double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    for (Thread person : people) {
      person.join();
    }
    people.clear();
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("sign_ins_per_s", micros.getTotalCount() / seconds);
    metrics.put("sign_in_p50_ms", micros.getValueAtPercentile(50) / MICROS_PER_MILLI);
    metrics.put("sign_in_p95_ms", micros.getValueAtPercentile(95) / MICROS_PER_MILLI);
    metrics.put("sign_in_p99_ms", micros.getValueAtPercentile(99) / MICROS_PER_MILLI);
    metrics.put("sign_ins_told_to_wait", busy.doubleValue());
    metrics.put("sign_ins_failed", failed.doubleValue());
    return metrics;
  }

  private void signIn(HttpRequest login) {
    while (going) {
      long asked = System.nanoTime();
      int status = statusOf(login);
      if (status == OK) {
        micros.recordValue((System.nanoTime() - asked) / 1_000);
      } else {
        (status == UNAVAILABLE ? busy : failed).increment();
      }
    }
  }

  /** 0 when nothing answered. */
  private int statusOf(HttpRequest login) {
    try {
      return http.send(login, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      going = false;
      return 0;
    }
  }
}
