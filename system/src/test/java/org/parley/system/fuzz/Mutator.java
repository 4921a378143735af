package org.parley.system.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** Makes something odd of something valid. */
final class Mutator {

  private static final List<String> ODD_JSON =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-0",
          "1.5",
          "9223372036854775807",
          "9223372036854775808",
          "1e999999",
          "-1e-999999",
          "9".repeat(400),
          "\"\"",
          "\" \"",
          "\"7\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\u202e\\u2066\\ufeff\"",
          "\"e\\u0301\\u0301\\u0301\\u0301\"",
          "\"👩‍👩‍👧‍👦\"",
          "\"<img src=x onerror=alert(1)>\"",
          "\"'; drop table messages; --\"",
          "\"${jndi:ldap://127.0.0.1/x}%s%n{}\"",
          "\"../../../etc/passwd\"",
          "\"a\\r\\nSet-Cookie: x=y\"",
          "\"" + "x".repeat(5_000) + "\"",
          "[]",
          "{}",
          "[[[[[[[[]]]]]]]]",
          "[1,\"x\",null]",
          "{\"type\":\"ping\",\"id\":{\"id\":1}}",
          "[".repeat(100) + "]".repeat(100));

  private static final String ODD_CHARACTERS = "{}[]\",:\\/-+.eE0 \t\n\0\u0001\u007f\u2028\ufeffé♥";

  private final RandomGenerator random;

  Mutator(RandomGenerator random) {
    this.random = random;
  }

  <T> T pick(List<T> among) {
    return among.get(random.nextInt(among.size()));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  /** JSON near this, or what was JSON. */
  String text(JsonNode valid) {
    ObjectNode changed = valid.deepCopy();
    for (int changes = random.nextInt(3); changes >= 0; changes--) {
      change(changed);
    }
    String text = changed.toString();
    return chance(3) ? torn(text) : text;
  }

  private void change(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.isEmpty() ? "none" : pick(names);
    switch (random.nextInt(5)) {
      case 0 -> object.remove(name);
      case 1 -> object.set(odd(12), value());
      case 2 -> {
        JsonNode value = object.remove(name);
        object.set(name.toUpperCase(Locale.ROOT), value);
      }
      default -> object.set(name, value());
    }
  }

  private static JsonNode raw(String json) {
    return JsonNodeFactory.instance.rawValueNode(new RawValue(json));
  }

  private JsonNode value() {
    return chance(4) ? JsonNodeFactory.instance.textNode(odd(40)) : raw(pick(ODD_JSON));
  }

  /** A text of at most so many characters, each of them trouble. */
  String odd(int most) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(most + 1); length > 0; length--) {
      text.append(ODD_CHARACTERS.charAt(random.nextInt(ODD_CHARACTERS.length())));
    }
    return text.toString();
  }

  /** A text with something missing, doubled or out of place. */
  String torn(String text) {
    StringBuilder torn = new StringBuilder(text);
    for (int cuts = random.nextInt(4); cuts >= 0 && !torn.isEmpty(); cuts--) {
      int from = random.nextInt(torn.length());
      int to = Math.min(torn.length(), from + 1 + random.nextInt(8));
      switch (random.nextInt(5)) {
        case 0 -> torn.setLength(from);
        case 1 -> torn.delete(from, to);
        case 2 -> torn.insert(from, torn.substring(from, to));
        case 3 -> torn.insert(from, odd(4));
        default -> torn.replace(from, to, odd(4));
      }
    }
    return torn.toString();
  }
}
