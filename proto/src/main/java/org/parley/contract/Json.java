package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.UUIDDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.UUID;

/**
 * JSON as Parley writes and reads it, on REST and on the socket: snake_case, ISO-8601 times in UTC,
 * absent instead of null; unknown fields are ignored, duplicate fields, deep nesting and values of
 * another type are refused.
 */
public final class Json {

  /** No request of ours nests deeper than three; 20 leaves room and stops nesting bombs. */
  private static final int MAX_DEPTH = 20;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** The shared, immutable mapper. Safe for use by any number of threads. */
  public static JsonMapper json() {
    return MAPPER;
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // Parsed text may be somebody's message or password: it never belongs in an error.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();
    return JsonMapper.builder(factory)
        .addModule(new JavaTimeModule())
        .addModule(new SimpleModule().addDeserializer(UUID.class, new OneSpelling()))
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        // A number where text belongs is refused, not turned into text.
        .withCoercionConfig(
            LogicalType.Textual,
            c ->
                c.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        // An empty text is no UUID; Jackson would make it the one that is all zeros.
        .withCoercionConfig(
            LogicalType.OtherScalar,
            c -> c.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .build();
  }

  /** A UUID has 36 characters; Jackson would take the 24 of its bytes in Base64, too. */
  private static final class OneSpelling extends UUIDDeserializer {

    private static final int LENGTH = 36;

    @Override
    protected UUID _deserialize(String text, DeserializationContext context) throws IOException {
      return text.length() == LENGTH
          ? super._deserialize(text, context)
          : (UUID) context.handleWeirdStringValue(UUID.class, "", "not a UUID");
    }
  }
}
