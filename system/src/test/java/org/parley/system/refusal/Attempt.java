package org.parley.system.refusal;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.system.support.Api;

/**
 * A request with something wrong in it, and what is to come of it. Path and body may name what only
 * the running system knows, in braces: see {@link Scene#fill}.
 */
final class Attempt {

  /** Where it is sent. */
  enum At {
    ORIGIN(""),
    /** The origin, for what only nginx refuses; the embedded proxy leaves it to the services. */
    EDGE(""),
    USER_SERVICE("user-service itself: "),
    CHAT_SERVICE("chat-service itself: ");

    private final String label;

    At(String label) {
      this.label = label;
    }
  }

  private final String wrong;
  private final String method;
  private final String path;
  private final Outcome outcome;
  private final List<Consumer<HttpRequest.Builder>> headers = new ArrayList<>();
  private At at = At.ORIGIN;
  private String text;
  private int size;
  private byte[] bytes;
  private boolean chunked;
  private Function<Scene, List<String>> authorization =
      scene -> List.of("Bearer " + scene.me().token());

  private Attempt(String wrong, String method, String path, Outcome outcome) {
    this.wrong = wrong;
    this.method = method;
    this.path = path;
    this.outcome = outcome;
  }

  static Attempt of(String wrong, String method, String path, Outcome outcome) {
    return new Attempt(wrong, method, path, outcome);
  }

  static Attempt get(String wrong, String path, Outcome outcome) {
    return of(wrong, "GET", path, outcome);
  }

  /** With a JSON body. */
  static Attempt post(String wrong, String path, String json, Outcome outcome) {
    return json(wrong, "POST", path, json, outcome);
  }

  /** The same with another method. */
  static Attempt json(String wrong, String method, String path, String json, Outcome outcome) {
    return of(wrong, method, path, outcome).text(json).header("Content-Type", "application/json");
  }

  Attempt header(String name, String value) {
    headers.add(request -> request.header(name, value));
    return this;
  }

  /** Instead of those so far. */
  Attempt withoutHeaders() {
    headers.clear();
    return this;
  }

  Attempt text(String body) {
    this.text = body;
    return this;
  }

  /** A body with white space after it, up to a size in bytes. */
  Attempt filled(String body, int size) {
    this.text = body;
    this.size = size;
    return this;
  }

  /** A body that is sent as it is. */
  Attempt bytes(byte[] body) {
    this.bytes = body;
    return this;
  }

  /** Without saying how long the body is. */
  Attempt chunked() {
    this.chunked = true;
    return this;
  }

  Attempt at(At place) {
    this.at = place;
    return this;
  }

  /** The Authorization headers; by default one, with a good token. */
  Attempt authorized(Function<Scene, List<String>> values) {
    this.authorization = values;
    return this;
  }

  At at() {
    return at;
  }

  Outcome outcome() {
    return outcome;
  }

  Api.Answer send(Scene scene) {
    HttpRequest.Builder request = scene.api(at).request(scene.fill(path));
    headers.forEach(header -> header.accept(request));
    authorization.apply(scene).forEach(value -> request.header("Authorization", value));
    String filled = text == null ? null : scene.fill(text);
    if (filled != null && filled.length() < size) {
      filled += " ".repeat(size - filled.length());
    }
    return Api.exchange(request.method(method, body(filled)).build(), filled);
  }

  private BodyPublisher body(String filled) {
    byte[] body = bytes;
    if (body == null && filled != null) {
      body = filled.getBytes(StandardCharsets.UTF_8);
    }
    if (body == null) {
      return BodyPublishers.noBody();
    }
    BodyPublisher known = BodyPublishers.ofByteArray(body);
    return chunked ? BodyPublishers.fromPublisher(known) : known;
  }

  /** A line of the table. */
  String row() {
    int query = path.indexOf('?');
    String address = path.length() > 60 && query > 0 ? path.substring(0, query) + "?…" : path;
    return "| %s | %s`%s %s` | %s |".formatted(wrong, at.label, method, address, outcome);
  }

  @Override
  public String toString() {
    return at.label + method + " " + path.substring(0, Math.min(60, path.length())) + ": " + wrong;
  }
}
