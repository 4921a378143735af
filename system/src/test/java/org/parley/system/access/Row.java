package org.parley.system.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation and who may. What the operation names is filled in by {@link Stage#value}; a row
 * says only what is different about it.
 */
final class Row {

  private final Transport transport;
  private final String operation;
  private final Rule rule;
  private final Door door;
  private final Map<String, String> names = new HashMap<>();
  private final Map<Caller, String> exceptions = new EnumMap<>(Caller.class);
  private final Set<String> open = new HashSet<>();
  private String remark = "";
  private boolean spends;

  private Row(Transport transport, String operation, Rule rule, Door door) {
    this.transport = transport;
    this.operation = operation;
    this.rule = rule;
    this.door = door;
  }

  /**
   * About no room.
   *
   * @param operation as the contract names it: {@code GET /api/v1/users/me}, {@code
   *     UserService/GetMe}, or the type of a frame
   */
  static Row of(Transport transport, String operation, Rule rule) {
    return new Row(transport, operation, rule, Door.NONE);
  }

  /** In rooms of these kinds. */
  static List<Row> inRooms(Transport transport, String operation, Rule rule, Door... doors) {
    return Arrays.stream(doors).map(door -> new Row(transport, operation, rule, door)).toList();
  }

  /** With this in the place of what the name usually stands for. */
  Row naming(String name, String value) {
    names.put(name, value);
    return this;
  }

  /** Said beside the operation. */
  Row remarking(String words) {
    this.remark = words;
    return this;
  }

  /** The rule does not say this of them. */
  Row but(Caller caller, String answer) {
    exceptions.put(caller, answer);
    return this;
  }

  /** These ids may be anybody's: it is told to, or harmless for, all whom the rule lets in. */
  Row openTo(String... ids) {
    open.addAll(Arrays.asList(ids));
    return this;
  }

  /** Each caller is somebody new: the session, or the account, does not outlive it. */
  Row spendingTheCaller() {
    this.spends = true;
    return this;
  }

  Transport transport() {
    return transport;
  }

  String operation() {
    return operation;
  }

  Door door() {
    return door;
  }

  Map<String, String> names() {
    return names;
  }

  boolean spends() {
    return spends;
  }

  boolean isOpen(String id) {
    return open.contains(id);
  }

  String answer(Caller caller) {
    return exceptions.getOrDefault(caller, rule.answer(caller, door));
  }

  /** A line of the table. */
  String line() {
    List<String> cells = new ArrayList<>();
    cells.add(toString().replaceFirst("^(.*?)( \\(.*)?$", "`$1`$2"));
    for (Caller caller : Caller.values()) {
      String answer = answer(caller);
      cells.add(answer.equals(Rule.YES) ? answer : "`" + answer + "`");
    }
    return "| " + String.join(" | ", cells) + " |";
  }

  @Override
  public String toString() {
    String where =
        switch (door) {
          case NONE -> remark;
          case PUBLIC -> "public room";
          case PRIVATE -> "private room";
          case DIRECT -> "direct room";
        };
    return where.isEmpty() ? operation : operation + " (" + where + ")";
  }
}
