package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/**
 * REST as a client sees it: JSON to some address, with a token or without. Every answer, and every
 * request that succeeds, is held against docs/openapi.yaml in passing.
 */
public final class Api {

  /** An answer, its body as JSON (a missing node when it is none). */
  public record Answer(int status, HttpResponse<String> http, JsonNode body) {
    public String code() {
      return body.path("code").asText();
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LIMIT).build();

  private final URI base;
  private final String token;

  private Api(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** Nobody, at this address. */
  public static Api at(URI base) {
    return new Api(base, null);
  }

  /** Somebody, by their access token. */
  public Api as(String accessToken) {
    return new Api(base, accessToken);
  }

  public Answer get(String path) {
    return exchange(request(path).GET().build(), null);
  }

  public Answer post(String path, Map<String, ?> body) {
    return send("POST", path, body);
  }

  public Answer patch(String path, Map<String, ?> body) {
    return send("PATCH", path, body);
  }

  public Answer put(String path, Map<String, ?> body) {
    return send("PUT", path, body);
  }

  public Answer put(String path) {
    return exchange(request(path).PUT(BodyPublishers.noBody()).build(), null);
  }

  public Answer delete(String path) {
    return exchange(request(path).DELETE().build(), null);
  }

  private Answer send(String method, String path, Map<String, ?> body) {
    try {
      String json = JSON.writeValueAsString(body);
      return exchange(
          request(path)
              .header("Content-Type", "application/json")
              .method(method, BodyPublishers.ofString(json))
              .build(),
          json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request to this address, with the token, to be completed and given to {@link #exchange}. */
  public HttpRequest.Builder request(String path) {
    // Not resolved: that would take the dots out of a path.
    URI address = URI.create(base.getScheme() + "://" + base.getAuthority() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LIMIT);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** The text of an address that is not part of the interface, such as metrics. */
  public static String text(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a request as it is.
   *
   * @param body its body, where that is text in UTF-8; null otherwise
   */
  public static Answer exchange(HttpRequest request, String body) {
    request
        .headers()
        .firstValue("Authorization")
        .ifPresent(value -> Confidences.keep(value.replaceFirst("^Bearer ", "")));
    if (body != null) {
      Confidences.keepOf(body);
    }
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(cookie -> Confidences.keep(cookie.replaceFirst("^[^=]*=([^;]*).*", "$1")));
      assertThat(RestContract.violations(request.method(), request.uri(), body, response))
          .as("%s %s: %s %s", request.method(), request.uri(), response, response.body())
          .isEmpty();
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      JsonNode answer = JSON.readTree(json ? response.body() : "null");
      Confidences.keepOf(answer);
      return new Answer(response.statusCode(), response, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
