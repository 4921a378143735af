package org.parley.chat.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.parley.contract.Json;

/** This service over HTTP, as one of its clients sees it: somebody with a token, or nobody. */
public final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Asks for HTTP/2 by itself, as any client may. */
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI server;
  private final String token;

  /** For nobody, the token is null. */
  public Api(int port, String token) {
    this.server = URI.create("http://localhost:" + port);
    this.token = token;
  }

  /** An answer with its body read; the body of one that is no JSON is missing. */
  public record Answer(
      int status, HttpClient.Version version, String type, JsonNode body, String text) {
    public long number(String field) {
      return body.path(field).asLong();
    }
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    String json = Json.json().writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer patch(String path, Map<String, ?> body) throws IOException, InterruptedException {
    String json = Json.json().writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    String json = Json.json().writeValueAsString(body);
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(json)));
  }

  public Answer put(String path) throws IOException, InterruptedException {
    return send(request(path).PUT(HttpRequest.BodyPublishers.noBody()));
  }

  public Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    String type = response.headers().firstValue("Content-Type").orElse("");
    JsonNode body = Json.json().readTree(type.contains("json") ? response.body() : "{}");
    return new Answer(response.statusCode(), response.version(), type, body, response.body());
  }
}
