package org.parley.system.check.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Parley over REST, at whichever of its addresses answers. What fails for the time being is tried
 * again at the next address, as long as the caller's patience lasts. Thread-safe.
 */
public final class RestApi {

  /** Longer than anything here takes on a busy machine. */
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

  /** Between two attempts; a restart takes seconds, and a check must not be the load. */
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** A limit of an hour would have a check wait in silence for minutes; see docs/checker.md. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERRORS = 500;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http;
  private final List<URI> bases;
  private final AtomicInteger turn = new AtomicInteger();

  public RestApi(HttpClient http, List<URI> bases) {
    this.http = http;
    this.bases = List.copyOf(bases);
  }

  /** One attempt's outcome: an answer, or why there is none. */
  private record Outcome(
      @Nullable JsonNode answer, String trouble, boolean passing, Duration pause) {

    Outcome(@Nullable JsonNode answer, String trouble, boolean passing) {
      this(answer, trouble, passing, PAUSE);
    }
  }

  /**
   * Asks with POST.
   *
   * @throws CheckProblem when it was refused, or nothing answered in time
   */
  public JsonNode post(String path, @Nullable String token, Map<String, ?> body, Duration patience)
      throws InterruptedException {
    try {
      String json = JSON.writeValueAsString(body);
      return ask(path, token, json, patience);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Asks with GET, otherwise as {@link #post}. */
  public JsonNode get(String path, String token, Duration patience) throws InterruptedException {
    return ask(path, token, null, patience);
  }

  private JsonNode ask(
      String path, @Nullable String token, @Nullable String body, Duration patience)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (true) {
      URI address = addressOf(path);
      Outcome outcome = attempt(address, token, body);
      if (outcome.answer() != null) {
        return outcome.answer();
      }
      long left = patience.toNanos() - (System.nanoTime() - begin);
      if (!outcome.passing() || left < 0 || outcome.pause().toNanos() > longest(left)) {
        throw new CheckProblem(
            (body == null ? "GET " : "POST ") + address + ": " + outcome.trouble() + ".");
      }
      TimeUnit.NANOSECONDS.sleep(outcome.pause().toNanos());
    }
  }

  /** A pause that is asked for may be somewhat longer than the patience, but not minutes. */
  private static long longest(long left) {
    return left + LONGEST_PAUSE.toNanos();
  }

  private URI addressOf(String path) {
    URI base = bases.get(Math.floorMod(turn.getAndIncrement(), bases.size()));
    return URI.create(base + "/api/v1" + path);
  }

  private Outcome attempt(URI address, @Nullable String token, @Nullable String body)
      throws InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER_LIMIT);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (body != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    try {
      return outcome(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return new Outcome(null, "nothing answers (" + reason(e) + ")", true);
    }
  }

  private static Outcome outcome(HttpResponse<String> response) {
    int status = response.statusCode();
    JsonNode body = jsonOf(response.body());
    if (status == OK && body != null) {
      return new Outcome(body, "", false);
    }
    if (body == null) {
      return new Outcome(
          null,
          "what answers there is not Parley (status " + status + ", no JSON)",
          status >= SERVER_ERRORS);
    }
    String trouble = "refused with " + status + ", " + body.path("detail").asText("no detail");
    if (status == TOO_MANY_REQUESTS) {
      long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
      String advice =
          "%s Again after %d s; for a check that does so much, set PARLEY_RATE_LIMITS=off there"
              .formatted(trouble, seconds);
      return new Outcome(null, advice, true, Duration.ofSeconds(seconds));
    }
    return new Outcome(null, trouble, status >= SERVER_ERRORS);
  }

  private static @Nullable JsonNode jsonOf(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** An exception of the JDK's client in a few words; many have no message. */
  public static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip();
  }
}
