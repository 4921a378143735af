package org.parley.system.fuzz;

import java.util.ArrayList;
import java.util.List;
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

  /** What becomes of a body or a frame. */
  enum Fate {
    /** It is read no further than it must be. */
    UNREADABLE,

    /** It is read, and what is asked for is not in it. */
    INCOMPLETE
  }

  /**
   * One of them.
   *
   * @param alone what becomes of it instead of a body
   * @param beside what becomes of a body that has it in a field nobody knows
   */
  record Bomb(String what, String json, Fate alone, Fate beside) {

    /** Each body, and what becomes of it. */
    Map<String, Fate> bodies() {
      return Map.of(json, alone, "{\"beside\":" + json + "}", beside);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static List<Bomb> all() {
    List<Bomb> bombs = new ArrayList<>();
    bombs.add(
        new Bomb(
            "arrays that open and never close",
            "[".repeat(SIZE),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    bombs.add(
        new Bomb(
            "objects that open and never close",
            "{\"a\":".repeat(SIZE / 5),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    bombs.add(
        new Bomb(
            "arrays in arrays",
            "[".repeat(SIZE / 2) + "]".repeat(SIZE / 2),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    bombs.add(
        new Bomb(
            "objects in objects",
            "{\"a\":".repeat(SIZE / 6) + "1" + "}".repeat(SIZE / 6),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    bombs.add(new Bomb("a number beyond all", "1e999999999", Fate.UNREADABLE, Fate.INCOMPLETE));
    bombs.add(
        new Bomb("a number next to nothing", "1e-999999999", Fate.UNREADABLE, Fate.INCOMPLETE));
    bombs.add(
        new Bomb("a number of many digits", "7".repeat(SIZE), Fate.UNREADABLE, Fate.UNREADABLE));
    bombs.add(
        new Bomb(
            "a fraction of many digits",
            "0." + "7".repeat(SIZE),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    bombs.add(
        new Bomb("a long text", "\"" + "x".repeat(SIZE) + "\"", Fate.UNREADABLE, Fate.INCOMPLETE));
    bombs.add(
        new Bomb(
            "a text of escapes",
            "\"" + "\\u0041".repeat(SIZE / 6) + "\"",
            Fate.UNREADABLE,
            Fate.INCOMPLETE));
    bombs.add(
        new Bomb(
            "a long name", "{\"" + "x".repeat(SIZE) + "\":1}", Fate.UNREADABLE, Fate.UNREADABLE));
    bombs.add(
        new Bomb(
            "many names",
            many(SIZE / 20, i -> "\"" + i + "\":1"),
            Fate.INCOMPLETE,
            Fate.INCOMPLETE));
    bombs.add(
        new Bomb(
            "one name many times",
            many(SIZE / 20, i -> "\"a\":1"),
            Fate.UNREADABLE,
            Fate.UNREADABLE));
    // All of one hash: String's is a sum of powers of 31.
    bombs.add(
        new Bomb(
            "names that collide",
            many(1 << COLLIDING_PAIRS, i -> "\"" + colliding(i) + "\":1"),
            Fate.INCOMPLETE,
            Fate.INCOMPLETE));
    bombs.add(
        new Bomb(
            "an array of many",
            "[" + "1,".repeat(SIZE / 2) + "1]",
            Fate.UNREADABLE,
            Fate.INCOMPLETE));
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
