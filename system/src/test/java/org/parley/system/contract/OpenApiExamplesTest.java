package org.parley.system.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.RestOperation;

/** docs/openapi.yaml keeps to itself: examples to schemas, references to what is there. */
class OpenApiExamplesTest {

  private static final ContractDocument DOCUMENT = ContractDocument.openApi();

  @Test
  void everyExampleKeepsToItsSchema() {
    List<String> violations = new ArrayList<>();
    List<String> checked = new ArrayList<>();
    visit(
        (place, node) -> {
          Map<String, JsonNode> examples =
              node.has("example")
                  ? Map.of(place + "/example", node.path("example"))
                  : examplesOf(place, node);
          if (node.has("schema")) {
            examples.forEach(
                (where, value) -> {
                  checked.add(where);
                  DOCUMENT
                      .violations(place + "/schema", value)
                      .forEach(line -> violations.add(where + ": " + line));
                });
          }
        });
    assertThat(violations).isEmpty();
    assertThat(checked).hasSizeGreaterThan(RestOperation.in(DOCUMENT).size());
  }

  @Test
  void everyJsonBodyHasAnExample() {
    List<String> without = new ArrayList<>();
    visit(
        (place, node) -> {
          if (place.contains("/content/") && place.endsWith("json") && !node.has("examples")) {
            without.add(place);
          }
        });
    assertThat(without).isEmpty();
  }

  @Test
  void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
    Set<String> used = new HashSet<>();
    visit(
        (place, node) -> {
          if (node.path("$ref").isTextual()) {
            used.add(node.path("$ref").asText().substring(1));
          }
        });
    assertThat(used)
        .allSatisfy(
            place ->
                assertThat(DOCUMENT.json().at(JsonPointer.compile(place)).isMissingNode())
                    .as(place)
                    .isFalse());
    Set<String> components = new HashSet<>();
    for (String kind : List.of("parameters", "headers", "schemas", "responses")) {
      DOCUMENT
          .json()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> components.add("/components/" + kind + "/" + name));
    }
    assertThat(used).containsExactlyInAnyOrderElementsOf(components);
  }

  @Test
  void everyOperationHasANameOfItsOwnATagAndSaysWhoMayCall() {
    List<RestOperation> operations = RestOperation.in(DOCUMENT);
    assertThat(operations).extracting(RestOperation::id).doesNotHaveDuplicates().doesNotContain("");
    List<String> tags = DOCUMENT.json().path("tags").findValuesAsText("name");
    assertThat(operations)
        .allSatisfy(
            operation -> {
              assertThat(operation.tag()).isIn(tags);
              assertThat(DOCUMENT.json().at(operation.pointer()).path("description").asText())
                  .startsWith("Who may call: ");
            });
  }

  private static Map<String, JsonNode> examplesOf(String place, JsonNode node) {
    Map<String, JsonNode> examples = new HashMap<>();
    node.path("examples")
        .properties()
        .forEach(
            example ->
                examples.put(
                    place + "/examples/" + example.getKey(), example.getValue().path("value")));
    return examples;
  }

  private static void visit(BiConsumer<String, JsonNode> visitor) {
    visit("", DOCUMENT.json(), visitor);
  }

  private static void visit(String place, JsonNode node, BiConsumer<String, JsonNode> visitor) {
    visitor.accept(place, node);
    node.properties()
        .forEach(
            member ->
                visit(
                    place + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                    member.getValue(),
                    visitor));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      visit(place + "/" + i, node.get(i), visitor);
    }
  }
}
