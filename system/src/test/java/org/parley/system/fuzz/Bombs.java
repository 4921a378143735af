package org.parley.system.fuzz;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** JSON that costs whoever reads it naively, each within the 64 KiB that are read at all. */
final class Bombs {

  private static final int SIZE = 60_000;

  /** 2,048 names of 22 letters. */
  private static final int COLLIDING_PAIRS = 11;

  private Bombs() {}

  /** By what is bad about them. */
  static Map<String, String> all() {
    Map<String, String> bombs = new LinkedHashMap<>();
    bombs.put("arrays that open and never close", "[".repeat(SIZE));
    bombs.put("objects that open and never close", "{\"a\":".repeat(SIZE / 5));
    bombs.put("arrays in arrays", "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2));
    bombs.put("objects in objects", "{\"a\":".repeat(SIZE / 6) + "1" + "}".repeat(SIZE / 6));
    bombs.put("a number beyond all", "1e999999999");
    bombs.put("a number next to nothing", "1e-999999999");
    bombs.put("a number of many digits", "7".repeat(SIZE));
    bombs.put("a fraction of many digits", "0." + "7".repeat(SIZE));
    bombs.put("a long text", "\"" + "x".repeat(SIZE) + "\"");
    bombs.put("a text of escapes", "\"" + "\\u0041".repeat(SIZE / 6) + "\"");
    bombs.put("a long name", "{\"" + "x".repeat(SIZE) + "\":1}");
    bombs.put("many names", many(SIZE / 20, i -> "\"" + i + "\":1"));
    bombs.put("one name many times", many(SIZE / 20, i -> "\"a\":1"));
    // All of one hash: String's is a sum of powers of 31.
    bombs.put("names that collide", many(1 << COLLIDING_PAIRS, i -> "\"" + colliding(i) + "\":1"));
    bombs.put("an array of many", "[" + "1,".repeat(SIZE / 2) + "1]");
    return bombs;
  }

  private static String many(int count, IntFunction<String> member) {
    return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(",", "{", "}"));
  }

  private static String colliding(int number) {
    return IntStream.range(0, COLLIDING_PAIRS)
        .mapToObj(bit -> ((number >> bit) & 1) == 0 ? "Aa" : "BB")
        .collect(Collectors.joining());
  }
}
