package org.parley.contract.promise;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An operation of docs/openapi.yaml.
 *
 * @param id its operationId
 * @param tag whose it is
 * @param method in upper case
 * @param template the path, with names in braces
 * @param pointer where in the document it stands
 */
public record RestOperation(String id, String tag, String method, String template, String pointer) {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** All of the document, in its order. */
  public static List<RestOperation> in(ContractDocument document) {
    List<RestOperation> operations = new ArrayList<>();
    document
        .json()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(member -> METHODS.contains(member.getKey()))
                    .map(member -> of(path.getKey(), member.getKey(), member.getValue()))
                    .forEach(operations::add));
    return operations;
  }

  private static RestOperation of(String template, String method, JsonNode json) {
    return new RestOperation(
        json.path("operationId").asText(),
        json.path("tags").path(0).asText(),
        method.toUpperCase(Locale.ROOT),
        template,
        "/paths/" + template.replace("~", "~0").replace("/", "~1") + "/" + method);
  }

  /** Whether a path, without its query, has the form of the template. */
  public boolean matches(String path) {
    return pattern().matcher(path).matches();
  }

  /** The path as an expression whose groups are the names in braces. */
  public Pattern pattern() {
    StringBuilder expression = new StringBuilder();
    for (String part : template.split("(?=\\{)|(?<=})")) {
      expression.append(
          part.startsWith("{")
              ? "(?<" + part.substring(1, part.length() - 1) + ">[^/]+)"
              : Pattern.quote(part));
    }
    return Pattern.compile(expression.toString());
  }

  @Override
  public String toString() {
    return method + " " + template;
  }
}
