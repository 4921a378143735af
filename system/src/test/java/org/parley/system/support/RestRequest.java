package org.parley.system.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;

/** A request that was answered with success, held against what its operation takes. */
record RestRequest(ContractDocument document, RestOperation operation, URI address) {

  private static final ObjectMapper JSON = new ObjectMapper();

  List<String> violations(String body) {
    List<String> violations = new ArrayList<>();
    String path = operation.pointer().substring(0, operation.pointer().lastIndexOf('/'));
    for (String owner : List.of(path, operation.pointer())) {
      for (int i = 0; i < document.json().at(owner + "/parameters").size(); i++) {
        violations.addAll(parameter(owner + "/parameters/" + i));
      }
    }
    String schema = operation.pointer() + "/requestBody/content/application~1json/schema";
    if (!document.json().at(schema).isMissingNode() && body != null && !body.isBlank()) {
      violations.addAll(document.violations(schema, parse(body)));
    }
    return violations;
  }

  private List<String> parameter(String given) {
    String reference = document.json().at(given).path("$ref").asText();
    String place = reference.isEmpty() ? given : reference.substring(1);
    JsonNode parameter = document.json().at(place);
    String name = parameter.path("name").asText();
    String value = parameter.path("in").asText().equals("path") ? inPath(name) : query().get(name);
    if (value == null) {
      return List.of();
    }
    boolean text = isText(place + "/schema");
    return document.violations(place + "/schema", text ? TextNode.valueOf(value) : typed(value));
  }

  private boolean isText(String schema) {
    String reference = document.json().at(schema).path("$ref").asText();
    return reference.isEmpty()
        ? document.json().at(schema).path("type").asText().equals("string")
        : isText(reference.substring(1));
  }

  private String inPath(String name) {
    Matcher path = operation.pattern().matcher(address.getRawPath());
    return path.matches() ? decode(path.group(name)) : null;
  }

  private Map<String, String> query() {
    if (address.getRawQuery() == null) {
      return Map.of();
    }
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
        .collect(
            Collectors.toMap(pair -> decode(pair[0]), pair -> decode(pair[1]), (one, two) -> one));
  }

  /** Text has no types; what reads as a number or as a truth is one, where the schema wants one. */
  private static JsonNode typed(String value) {
    if (value.equals("true") || value.equals("false")) {
      return BooleanNode.valueOf(Boolean.parseBoolean(value));
    }
    return value.matches("-?\\d{1,19}") && new BigInteger(value).bitLength() < Long.SIZE
        ? LongNode.valueOf(Long.parseLong(value))
        : TextNode.valueOf(value);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf("not JSON");
    }
  }
}
