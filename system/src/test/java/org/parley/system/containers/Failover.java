package org.parley.system.containers;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who asks the edge for something of chat-service ten times a second. */
final class Failover implements AutoCloseable {

  private static final Duration EVERY = Duration.ofMillis(100);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
  private final HttpRequest request;
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong slowestMillis = new AtomicLong();

  Failover(String origin) {
    request =
        HttpRequest.newBuilder(URI.create(origin + "/api/v1/rooms"))
            .timeout(Duration.ofSeconds(10))
            .build();
    asking.scheduleAtFixedRate(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask() {
    long from = System.nanoTime();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      // Without a token it is 401, which only a chat instance says.
      (status == 401 ? answers : failures).incrementAndGet();
    } catch (IOException e) {
      failures.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
    slowestMillis.accumulateAndGet(millis, Math::max);
  }

  long failures() {
    return failures.get();
  }

  @Override
  public String toString() {
    return "%d requests answered, %d failed, the slowest took %d ms"
        .formatted(answers.get(), failures.get(), slowestMillis.get());
  }

  @Override
  public void close() {
    asking.shutdownNow();
    client.close();
  }
}
