package org.parley.chat.room;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

/**
 * What is to be different about a room; absent is as it was. Names and descriptions as of a {@link
 * NewRoom}.
 *
 * @param topic at most 250 characters, surrounding space removed; empty for none
 */
public record RoomChanges(
    @Nullable String name, @Nullable String topic, @Nullable String description) {

  private static final int MAX_TOPIC = 250;

  public RoomChanges {
    name = name == null ? null : name.strip();
    topic = topic == null ? null : topic.strip();
    description = description == null ? null : description.strip();

    List<FieldProblem> problems = new ArrayList<>();
    if (name != null) {
      NewRoom.checkName(name, problems);
    }
    if (topic != null) {
      String tooLong = "A topic has at most " + MAX_TOPIC + " characters.";
      NewRoom.check("topic", topic, tooLong, MAX_TOPIC).ifPresent(problems::add);
    }
    if (description != null) {
      NewRoom.checkDescription(description, problems);
    }
    if (!problems.isEmpty()) {
      throw ProblemException.invalid(problems);
    }
  }
}
