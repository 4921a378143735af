package org.parley.chat.room;

import java.util.ArrayList;
import java.util.List;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * ◆ A room somebody wants. Names need not be unique; lengths count code points.
 *
 * @param name 1 to 80 characters, surrounding space removed
 * @param description at most 500 characters, empty when absent
 * @param type {@code public} (the default) or {@code private}
 */
public record NewRoom(String name, String description, String type) {

  static final String PUBLIC = "public";
  static final String PRIVATE = "private";

  private static final int MAX_NAME = 80;
  private static final int MAX_DESCRIPTION = 500;

  public NewRoom {
    name = name == null ? "" : name.strip();
    description = description == null ? "" : description.strip();
    type = type == null ? PUBLIC : type;

    List<FieldProblem> problems = new ArrayList<>();
    if (name.isEmpty()) {
      problems.add(new FieldProblem("name", "A room needs a name."));
    } else if (Text.codePoints(name) > MAX_NAME) {
      problems.add(
          new FieldProblem("name", "A room's name has at most " + MAX_NAME + " characters."));
    } else if (!Text.isStorable(name)) {
      problems.add(new FieldProblem("name", "The name has characters that cannot be stored."));
    }
    if (Text.codePoints(description) > MAX_DESCRIPTION) {
      problems.add(
          new FieldProblem(
              "description", "A description has at most " + MAX_DESCRIPTION + " characters."));
    } else if (!Text.isStorable(description)) {
      problems.add(
          new FieldProblem("description", "The description has characters that cannot be stored."));
    }
    if (!type.equals(PUBLIC) && !type.equals(PRIVATE)) {
      problems.add(new FieldProblem("type", "A room is public or private."));
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }
}
