package org.parley.system.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;

/**
 * docs/openapi.yaml as the judge of every answer, and of every request that was answered with
 * success. Remembers which operation answered with which status. Thread-safe.
 */
public final class RestContract {

  private static final ContractDocument DOCUMENT = ContractDocument.openApi();
  private static final List<RestOperation> OPERATIONS = RestOperation.in(DOCUMENT);
  private static final String PROBLEM = "/components/schemas/Problem";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What HTTP itself, or headers.conf of the edge, adds to any answer. */
  private static final Set<String> ANYWHERE =
      Set.of(
          ":status",
          "accept-ranges",
          "allow",
          "cache-control",
          "connection",
          "content-encoding",
          "content-language",
          "content-length",
          "content-security-policy",
          "content-type",
          "cross-origin-opener-policy",
          "cross-origin-resource-policy",
          "date",
          "etag",
          "expires",
          "keep-alive",
          "last-modified",
          "permissions-policy",
          "referrer-policy",
          "server",
          "transfer-encoding",
          "vary",
          // Also when a token that was not needed was not valid.
          "www-authenticate",
          "x-content-type-options",
          "x-frame-options");

  private static final Map<String, Set<Integer>> SEEN = new ConcurrentHashMap<>();

  private RestContract() {}

  /** Everything the document promises. */
  public static List<RestOperation> operations() {
    return OPERATIONS;
  }

  /** The statuses an operation has answered with so far, in this run. */
  public static Set<Integer> seen(RestOperation operation) {
    return SEEN.getOrDefault(operation.id(), Set.of());
  }

  /** The operation behind a request; a path without names in it comes before one with. */
  public static Optional<RestOperation> find(String method, String path) {
    return OPERATIONS.stream()
        .filter(operation -> operation.matches(path))
        .min(Comparator.comparing((RestOperation operation) -> operation.template().contains("{")))
        .flatMap(
            nearest ->
                OPERATIONS.stream()
                    .filter(operation -> operation.template().equals(nearest.template()))
                    .filter(operation -> operation.method().equals(method))
                    .findFirst());
  }

  /**
   * What in a request and its answer goes against the document; empty when nothing does, or when
   * the address is none of the REST interface.
   *
   * @param body of the request, null when there was none
   */
  public static List<String> violations(
      String method, URI address, String body, HttpResponse<String> answer) {
    String path = address.getRawPath();
    if (!path.startsWith("/api/")
        && !path.startsWith("/.well-known/")
        && !path.equals("/openapi")) {
      return List.of();
    }
    Optional<RestOperation> operation = find(method, path);
    if (operation.isEmpty()) {
      return unknown(method, answer);
    }
    SEEN.computeIfAbsent(operation.get().id(), id -> ConcurrentHashMap.newKeySet())
        .add(answer.statusCode());
    List<String> violations = new ArrayList<>(answerViolations(operation.get(), answer));
    if (answer.statusCode() < 300) {
      violations.addAll(new RestRequest(DOCUMENT, operation.get(), address).violations(body));
    }
    return violations.stream().map(line -> operation.get().id() + ": " + line).toList();
  }

  /** Nobody promised anything here but that a refusal is a problem. */
  private static List<String> unknown(String method, HttpResponse<String> answer) {
    if (answer.statusCode() < 400) {
      // What Jakarta REST answers by itself, from what is documented.
      return Set.of("HEAD", "OPTIONS").contains(method)
          ? List.of()
          : List.of("an operation nobody documented answered " + answer.statusCode());
    }
    return method.equals("HEAD") ? List.of() : DOCUMENT.violations(PROBLEM, json(answer.body()));
  }

  private static List<String> answerViolations(
      RestOperation operation, HttpResponse<String> answer) {
    String place = follow(operation.pointer() + "/responses/" + answer.statusCode());
    JsonNode promised = DOCUMENT.json().at(place);
    if (promised.isMissingNode()) {
      return List.of("nobody documented the status " + answer.statusCode());
    }
    List<String> violations = new ArrayList<>(headerViolations(place, promised, answer));
    String type = answer.headers().firstValue("content-type").orElse("").split(";")[0].strip();
    String content = "/content/" + type.replace("/", "~1");
    if (answer.body().isEmpty() && promised.path("content").isMissingNode()) {
      return violations;
    }
    if (promised.at(content).isMissingNode()) {
      violations.add("nobody documented " + answer.statusCode() + " as \"" + type + "\"");
    } else {
      boolean isJson = type.endsWith("json");
      JsonNode body = isJson ? json(answer.body()) : TextNode.valueOf(answer.body());
      violations.addAll(DOCUMENT.violations(place + content + "/schema", body));
    }
    return violations;
  }

  private static List<String> headerViolations(
      String place, JsonNode promised, HttpResponse<String> answer) {
    List<String> violations = new ArrayList<>();
    JsonNode headers = promised.path("headers");
    headers
        .fieldNames()
        .forEachRemaining(
            name -> {
              String header = follow(place + "/headers/" + name);
              List<String> values = answer.headers().allValues(name);
              if (values.isEmpty() && DOCUMENT.json().at(header).path("required").asBoolean()) {
                violations.add("the header " + name + " is missing");
              }
              if (values.size() > 1) {
                violations.add("the header " + name + " came more than once");
              }
              values.forEach(
                  value ->
                      violations.addAll(
                          DOCUMENT.violations(header + "/schema", TextNode.valueOf(value))));
            });
    Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    headers.fieldNames().forEachRemaining(documented::add);
    answer.headers().map().keySet().stream()
        .filter(name -> !documented.contains(name))
        .filter(name -> !ANYWHERE.contains(name.toLowerCase(Locale.ROOT)))
        .forEach(name -> violations.add("nobody documented the header " + name));
    return violations;
  }

  private static String follow(String pointer) {
    String reference = DOCUMENT.json().at(pointer).path("$ref").asText();
    return reference.isEmpty() ? pointer : follow(reference.substring(1));
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf("not JSON");
    }
  }
}
