package org.parley.contract.promise;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A promise of ours that machines can read, docs/openapi.yaml or docs/asyncapi.yaml, and what in a
 * JSON value goes against it. Its schemas are read as JSON Schema 2020-12, formats are asserted, a
 * {@code $ref} may point anywhere inside the document. Immutable and thread-safe.
 */
public final class ContractDocument {

  private static final ObjectMapper YAML =
      new ObjectMapper(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  /** What OpenAPI and AsyncAPI let a schema say besides. */
  private static final Set<String> NOTES =
      Set.of("discriminator", "example", "externalDocs", "xml");

  private final String address;
  private final JsonNode json;
  private final SchemaRegistry registry;
  private final Map<JsonPointer, Schema> schemas = new ConcurrentHashMap<>();

  private ContractDocument(String name, JsonNode json) {
    this.address = "urn:parley:" + name;
    this.json = json;
    this.registry =
        SchemaRegistry.withDefaultDialect(
            dialect(json),
            builder ->
                builder
                    .schemas(Map.of(address, json.toString()))
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .build()));
  }

  /** What {@code /api/v1} does: docs/openapi.yaml. */
  public static ContractDocument openApi() {
    return inDocs("openapi.yaml");
  }

  /** What {@code /ws} does: docs/asyncapi.yaml. */
  public static ContractDocument asyncApi() {
    return inDocs("asyncapi.yaml");
  }

  /**
   * A document from its text.
   *
   * @param name tells it from others
   * @throws IllegalArgumentException for text that is no YAML, or has a key twice
   */
  public static ContractDocument of(String name, String yaml) {
    try {
      return new ContractDocument(name, YAML.readTree(yaml));
    } catch (IOException e) {
      throw new IllegalArgumentException(name + " is not valid YAML: " + e.getMessage(), e);
    }
  }

  private static ContractDocument inDocs(String name) {
    // The tests of a module run in its folder.
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path file = folder.resolve("docs").resolve(name);
      if (Files.exists(file)) {
        try {
          return of(name, Files.readString(file));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    throw new IllegalStateException("docs/" + name + " is in no folder above this one");
  }

  /** All of it. */
  public JsonNode json() {
    return json;
  }

  /**
   * What in the value goes against the schema at this place of the document: one line each, with
   * the place in the value and the rule, never with what stands there. Empty when it keeps to it.
   *
   * @param pointer a JSON pointer into the document, such as {@code /components/schemas/Room}
   * @throws IllegalArgumentException when there is nothing at the pointer, or what is there has a
   *     keyword that no schema has
   */
  public List<String> violations(String pointer, JsonNode value) {
    JsonPointer place = JsonPointer.compile(pointer);
    try {
      return schemas.computeIfAbsent(place, this::schema).validate(value).stream()
          .map(error -> describe(place, error))
          .toList();
    } catch (SchemaException e) {
      throw new IllegalArgumentException("what is at " + place + " is no schema", e);
    }
  }

  private Schema schema(JsonPointer place) {
    if (json.at(place).isMissingNode()) {
      throw new IllegalArgumentException("there is nothing at " + place + " of " + address);
    }
    return registry.getSchema(SchemaLocation.of(address + "#" + place));
  }

  /**
   * Knows, besides JSON Schema, what stands around the schemas; a rule that is mistyped is none.
   */
  private static Dialect dialect(JsonNode document) {
    return Dialect.builder(Dialects.getDraft202012())
        .unknownKeywordFactory(
            (keyword, context) -> {
              if (document.has(keyword) || keyword.startsWith("x-") || NOTES.contains(keyword)) {
                return new NonValidationKeyword(keyword);
              }
              throw new IllegalArgumentException("no schema has a \"" + keyword + "\"");
            })
        .build();
  }

  private static String describe(JsonPointer place, Error error) {
    String where = error.getInstanceLocation().toString();
    return "%s: %s (%s of %s)"
        .formatted(where.isEmpty() ? "/" : where, error.getMessage(), error.getKeyword(), place);
  }
}
