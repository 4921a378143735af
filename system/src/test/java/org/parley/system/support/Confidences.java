package org.parley.system.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What tests said in confidence in this run: passwords, tokens, what people wrote. None of it may
 * be in a log, which LogSecrecyIT checks after all other tests. Thread-safe.
 */
public final class Confidences {

  /** Shorter texts are in logs for reasons of their own. */
  public static final int SHORTEST = 12;

  private static final int LONGEST = 64;
  private static final Set<String> FIELDS =
      Set.of("password", "current_password", "new_password", "token", "refresh_token", "content");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEPT = ConcurrentHashMap.newKeySet();

  private Confidences() {}

  /** A text as it is; of a long one the end, which in a token is the part nobody else has. */
  public static void keep(String text) {
    String end = text.substring(Math.max(0, text.length() - LONGEST)).strip();
    if (end.length() >= SHORTEST && end.chars().distinct().count() > SHORTEST / 2) {
      KEPT.add(end);
    }
  }

  /** What is confidential in a body or a frame; of what is no JSON, nothing. */
  public static void keepOf(String json) {
    try {
      keepOf(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      // Somebody tries how that is refused.
    }
  }

  /** The same of what was read already. */
  public static void keepOf(JsonNode json) {
    json.properties()
        .forEach(
            field -> {
              if (field.getValue().isTextual() && FIELDS.contains(field.getKey())) {
                keep(field.getValue().textValue());
              }
            });
    json.forEach(Confidences::keepOf);
  }

  public static Set<String> kept() {
    return new TreeSet<>(KEPT);
  }
}
