package org.parley.system.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;
import org.parley.system.support.Api;
import org.parley.system.support.RestContract;
import org.parley.system.support.RunningSystem;

/**
 * docs/openapi.yaml, at the origin. That each service answers just what stands there is held by
 * their OpenApiTests.
 */
final class RestSurface implements Surface {

  private static final ContractDocument DOCUMENT = ContractDocument.openApi();
  private static final Pattern NAME = Pattern.compile("(?<kind>\\w+)/\\{(?<name>\\w+)}");

  private final Api api;

  RestSurface(RunningSystem system) {
    this.api = Api.at(system.origin("/"));
  }

  @Override
  public Set<String> operations() {
    return RestContract.operations().stream()
        .map(RestOperation::toString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  @Override
  public Set<String> ids(String operation) {
    Set<String> ids = new LinkedHashSet<>();
    NAME.matcher(operation).results().forEach(name -> ids.add(name.group("name")));
    ids.remove("emoji");
    body(find(operation)).fieldNames().forEachRemaining(name -> ids.add(snakeCase(name)));
    ids.retainAll(Set.of("id", "user", "seq", "room_id"));
    return ids;
  }

  @Override
  public String ask(String operation, Map<String, String> names, Stage stage, Stage.Who who) {
    RestOperation asked = find(operation);
    Matcher matcher = NAME.matcher(asked.template());
    String path =
        matcher.replaceAll(
            match -> {
              String name = match.group(2);
              String known = name.equals("id") ? match.group(1) + "/id" : name;
              String value = stage.value(names.containsKey(name) ? name : known, names, who);
              if (value == null) {
                throw new IllegalStateException(operation + ": what is {" + name + "}?");
              }
              return Matcher.quoteReplacement(
                  match.group(1) + "/" + URLEncoder.encode(value, StandardCharsets.UTF_8));
            });
    Api as = who.token() == null ? api : api.as(who.token());
    HttpRequest.Builder request = as.request(path);
    String body = fill(body(asked), name -> stage.value(name, names, who));
    if (body == null) {
      request.method(asked.method(), BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(asked.method(), BodyPublishers.ofString(body));
    }
    Api.Answer answer = Api.exchange(request.build(), body);
    return answer.status() < 300 ? Rule.YES : answer.code();
  }

  private static RestOperation find(String operation) {
    return RestContract.operations().stream()
        .filter(one -> one.toString().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  /** The first example of a body; missing where there is none. */
  private static JsonNode body(RestOperation operation) {
    JsonNode examples =
        DOCUMENT.json().at(operation.pointer() + "/requestBody/content/application~1json/examples");
    return examples.isEmpty() ? examples.path("none") : examples.iterator().next().path("value");
  }

  /** The example, with what is known by name in the place of its values. */
  private static String fill(JsonNode example, UnaryOperator<String> value) {
    if (!example.isObject()) {
      return null;
    }
    ObjectNode body = example.deepCopy();
    example
        .fieldNames()
        .forEachRemaining(
            name -> {
              String known = value.apply(snakeCase(name));
              if (known != null && example.path(name).isNumber()) {
                body.put(name, Long.parseLong(known));
              } else if (known != null) {
                body.put(name, known);
              }
            });
    return body.toString();
  }

  /** Some examples are in the manner of the original's clients. */
  private static String snakeCase(String name) {
    return name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() {}
}
