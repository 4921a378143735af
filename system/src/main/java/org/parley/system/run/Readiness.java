package org.parley.system.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.parley.system.process.ChildProcess;
import org.parley.system.settings.StartProblem;

/** Waits for programs that answer over HTTP, and notices at once when one of them dies instead. */
public final class Readiness implements AutoCloseable {

  /** A program and the address of its readiness (MicroProfile Health). */
  public record Awaited(ChildProcess process, URI address) {}

  private static final Duration POLL = Duration.ofMillis(100);
  // A service that is still starting may accept a request long before it answers one.
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
  private static final int OK = 200;

  /**
   * Liberty's message "The application … was not started": the server lives on, but will never be
   * ready.
   */
  private static final String APPLICATION_NOT_STARTED = "CWWKZ0012I";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
  private final Progress progress;
  private final Duration limit;

  /**
   * Asks until the limit.
   *
   * @param progress told of each that is ready
   */
  public Readiness(Progress progress, Duration limit) {
    this.progress = progress;
    this.limit = limit;
  }

  /**
   * Returns when all are ready.
   *
   * @throws StartProblem when one ends instead, or they take longer than the limit
   */
  public void await(List<Awaited> all) {
    List<Awaited> missing = new ArrayList<>(all);
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!missing.isEmpty()) {
        removeReady(missing);
        if (!missing.isEmpty() && System.nanoTime() > deadline) {
          throw missing.get(0).process().lateProblem(limit);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartProblem("The start was interrupted.", e);
    }
  }

  private void removeReady(List<Awaited> missing) throws InterruptedException {
    for (Iterator<Awaited> each = missing.iterator(); each.hasNext(); ) {
      Awaited awaited = each.next();
      ChildProcess process = awaited.process();
      if (process.endsWithin(POLL)) {
        throw process.diedProblem();
      }
      if (process.hasLogged(APPLICATION_NOT_STARTED)) {
        throw process.uselessProblem();
      }
      if (answers(awaited.address())) {
        each.remove();
        progress.line(
            process.name()
                + " ready on port "
                + awaited.address().getPort()
                + " (process "
                + process.pid()
                + ")");
      }
    }
  }

  private boolean answers(URI address) throws InterruptedException {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(REQUEST_TIMEOUT).build();
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == OK && isVouchedFor(answer.body());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * A server without an application says that it is ready too; ours has at least one check to
   * answer with.
   */
  private static boolean isVouchedFor(String health) throws IOException {
    return !JSON.readTree(health).path("checks").isEmpty();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
