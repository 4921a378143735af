package org.parley.chat.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * ◆ A room somebody wants. Names need not be unique; lengths count code points.
 *
 * @param name 1 to 80 characters, surrounding space removed
 * @param description at most 500 characters, empty when absent
 * @param type {@code public} (the default), {@code private}, or {@code direct}: the one room of two
 *     people, which has neither name nor description
 * @param userId whom a direct room is with; of no meaning for others
 */
public record NewRoom(String name, String description, String type, @Nullable Long userId) {

  static final String PUBLIC = "public";
  static final String DIRECT = "direct";

  private static final Set<String> TYPES = Set.of(PUBLIC, "private", DIRECT);

  private static final int MAX_NAME = 80;
  private static final int MAX_DESCRIPTION = 500;

  public NewRoom {
    name = name == null ? "" : name.strip();
    description = description == null ? "" : description.strip();
    type = type == null ? PUBLIC : type;

    List<FieldProblem> problems = new ArrayList<>();
    if (!type.equals(DIRECT)) {
      checkName(name, problems);
      checkDescription(description, problems);
    } else if (userId == null) {
      problems.add(new FieldProblem("user_id", "A direct room is with somebody: name them."));
    }
    if (!TYPES.contains(type)) {
      problems.add(new FieldProblem("type", "A room is public, private or direct."));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }

  /** A room of any number of people. */
  public NewRoom(String name, String description, String type) {
    this(name, description, type, null);
  }

  public boolean isDirect() {
    return type.equals(DIRECT);
  }

  static void checkName(String name, List<FieldProblem> problems) {
    if (name.isEmpty()) {
      problems.add(new FieldProblem("name", "A room needs a name."));
    } else {
      check("name", name, "A room's name has at most " + MAX_NAME + " characters.", MAX_NAME)
          .ifPresent(problems::add);
    }
  }

  static void checkDescription(String description, List<FieldProblem> problems) {
    String tooLong = "A description has at most " + MAX_DESCRIPTION + " characters.";
    check("description", description, tooLong, MAX_DESCRIPTION).ifPresent(problems::add);
  }

  static Optional<FieldProblem> check(String field, String text, String tooLong, int most) {
    if (Text.codePoints(text) > most) {
      return Optional.of(new FieldProblem(field, tooLong));
    }
    return Text.isStorable(text)
        ? Optional.empty()
        : Optional.of(
            new FieldProblem(field, "The " + field + " has characters that cannot be stored."));
  }
}
