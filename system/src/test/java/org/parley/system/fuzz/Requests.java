package org.parley.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;
import org.parley.system.support.Api;
import org.parley.system.support.Visitor;

/** The operations of docs/openapi.yaml, asked by somebody in a room, and what is near. */
final class Requests {

  private static final JsonNode DOCUMENT = ContractDocument.openApi().json();
  private static final List<String> ODD_IDS =
      List.of("0", "-1", "9223372036854775807", "9223372036854775808", "1.5", "1e3", "seven");
  private static final List<Map.Entry<String, String>> ODD_HEADERS =
      List.of(
          Map.entry("Accept", "text/html"),
          Map.entry("Accept", "a/b;q=2, ;;,*/*"),
          Map.entry("Accept-Language", "x".repeat(300)),
          Map.entry("Content-Encoding", "gzip"),
          Map.entry("Cookie", "parley_refresh=; parley_refresh=x; =; ;;"),
          Map.entry("Forwarded", "for=\"[::1]\";by=\"\""),
          Map.entry("If-None-Match", "*"),
          Map.entry("Origin", "null"),
          Map.entry("Range", "bytes=0-,5-1,-9999999999999999999"),
          Map.entry("X-Forwarded-For", "127.0.0.1, ::1, '"),
          Map.entry("X-HTTP-Method-Override", "DELETE"),
          Map.entry("X-Request-ID", "<script>alert(1)</script>"),
          Map.entry("X-Request-ID", "x".repeat(4_000)),
          Map.entry("traceparent", "00-zz-zz-zz"));

  private final Mutator mutator;
  private final Visitor visitor;
  private final long room;

  /**
   * A request and its body.
   *
   * @param body null where there is none
   */
  record Asked(RestOperation operation, HttpRequest request, String body) {}

  Requests(Mutator mutator, Visitor visitor, long room) {
    this.mutator = mutator;
    this.visitor = visitor;
    this.room = room;
  }

  Asked near(RestOperation operation) {
    HttpRequest.Builder request = visitor.api().request(path(operation) + query(operation));
    JsonNode example = example(operation);
    String body = null;
    if (example.isObject()) {
      body =
          mutator.chance(5)
              ? good(operation, example).toString()
              : mutator.text(good(operation, example));
      request.header(
          "Content-Type", mutator.chance(15) ? "application/json;charset=\"x" : "application/json");
      request.method(operation.method(), BodyPublishers.ofString(body));
    } else {
      request.method(operation.method(), BodyPublishers.noBody());
    }
    if (mutator.chance(3)) {
      Map.Entry<String, String> header = mutator.pick(ODD_HEADERS);
      request.header(header.getKey(), header.getValue());
    }
    if (mutator.chance(15)) {
      request.setHeader("Authorization", "Bearer " + printable(mutator.torn(visitor.token())));
    }
    return new Asked(operation, request.build(), body);
  }

  /** The first example of a body; missing where there is none. */
  static JsonNode example(RestOperation operation) {
    JsonNode examples =
        DOCUMENT.at(operation.pointer() + "/requestBody/content/application~1json/examples");
    return examples.isEmpty() ? examples.path("none") : examples.iterator().next().path("value");
  }

  /** What succeeds. */
  private ObjectNode good(RestOperation operation, JsonNode example) {
    ObjectNode body = example.deepCopy();
    for (String name : List.of("room_id", "roomId")) {
      if (body.has(name)) {
        body.put(name, room);
      }
    }
    switch (operation.id()) {
      case "register" -> {
        String name = Visitor.freshName("fuzz");
        body.put("username", name).put("email", name + "@example.org");
      }
      case "logIn" -> {
        body.removeAll();
        body.put("username", visitor.username()).put("password", visitor.password());
      }
      case "deleteMe" -> body.put("password", visitor.password());
      case "changePassword" -> body.put("current_password", visitor.password());
      default -> {}
    }
    return body;
  }

  private String path(RestOperation operation) {
    List<String> segments = new ArrayList<>();
    for (String segment : operation.template().split("/")) {
      boolean name = segment.startsWith("{");
      segments.add(name && mutator.chance(5) ? encoded(oddId()) : filled(segment));
    }
    return String.join("/", segments);
  }

  /** Without what the edge takes for no address of ours, which RestRefusalsIT tries. */
  private String oddId() {
    return odd().replaceAll("[/\\\\;.\\p{Cntrl}]", "_");
  }

  private String odd() {
    // Nothing at all, or a dot, would be another address.
    String odd = mutator.chance(2) ? mutator.pick(ODD_IDS) : mutator.odd(20);
    return odd.isEmpty() || odd.startsWith(".") ? "x" + odd : odd;
  }

  private String filled(String segment) {
    return switch (segment) {
      case "{id}" -> Long.toString(room);
      case "{user}" -> Long.toString(visitor.id());
      case "{seq}" -> mutator.pick(List.of("1", "2", "3"));
      case "{emoji}" -> "%F0%9F%91%8D";
      // Of an operation this knows nothing of.
      default -> segment.startsWith("{") ? "1" : segment;
    };
  }

  private String query(RestOperation operation) {
    List<String> names = new ArrayList<>(List.of("colour"));
    DOCUMENT.at(operation.pointer() + "/parameters").forEach(one -> names.add(name(one)));
    names.removeIf(String::isEmpty);
    return mutator.chance(2)
        ? ""
        : "?" + mutator.pick(names) + "=" + encoded(mutator.chance(2) ? odd() : "1");
  }

  private static String name(JsonNode parameter) {
    String reference = parameter.path("$ref").asText();
    JsonNode named = reference.isEmpty() ? parameter : DOCUMENT.at(reference.substring(1));
    return named.path("in").asText().equals("query") ? named.path("name").asText() : "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** HTTP knows nothing else in a header, and the client sends nothing else. */
  private static String printable(String text) {
    return text.replaceAll("[^ -~]", "?");
  }

  static Api.Answer send(Asked asked) {
    return Api.exchange(asked.request(), asked.body());
  }
}
