package org.parley.system.support;

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

/** REST as a client sees it: JSON to some address, with a token or without. */
public final class Api {

  /** An answer, its body as JSON (a missing node when it is none). */
  public record Answer(int status, HttpResponse<String> http, JsonNode body) {
    public String code() {
      return body.path("code").asText();
    }
  }

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(LIMIT).build();

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
    return send(path, request -> request.GET());
  }

  public Answer post(String path, Map<String, ?> body) {
    return send(
        path,
        request -> {
          try {
            return request
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private interface Shape {
    HttpRequest.Builder of(HttpRequest.Builder request);
  }

  private Answer send(String path, Shape shape) {
    HttpRequest.Builder request =
        shape.of(HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
      return new Answer(
          response.statusCode(), response, JSON.readTree(json ? response.body() : "null"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
