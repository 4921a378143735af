package org.parley.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One row being tried, on a stage that is used again as long as nothing changed on it. */
final class Trial {

  private static final long NOBODYS = Long.MAX_VALUE;
  private static final Set<String> REFUSALS =
      Set.of("not_found", "not_member", "not_in_room", "forbidden", "validation_failed");

  private final Cast cast;
  private final Surface surface;
  private final Row row;
  private Stage stage;
  private String before = "";

  Trial(Cast cast, Surface surface, Row row) {
    this.cast = cast;
    this.surface = surface;
    this.row = row;
  }

  /** And who is refused changes nothing. */
  void answersAsTheTableSays(Caller caller, Stage.Who who) throws SQLException {
    setTheStage();
    String answer = surface.ask(row.operation(), row.names(), stage, who);
    assertThat(answer).as("%s for %s", row, caller.title()).isEqualTo(row.answer(caller));
    if (!answer.equals(Rule.YES)) {
      assertThat(stage.state()).as("the room, after %s was refused", row).isEqualTo(before);
    }
  }

  /**
   * Somebody who may do everything to what is theirs may do nothing to what is not, and cannot tell
   * what is somebody's from what is nobody's.
   */
  void refusesOthersAs(String id, Stage.Who who) throws SQLException {
    setTheStage();
    String stored = Stage.stored(cast.chat());
    Map<String, String> answers = new LinkedHashMap<>();
    for (long value : new long[] {others(id), NOBODYS, 0, -1}) {
      Map<String, String> names = new HashMap<>(row.names());
      names.put(id, Long.toString(value));
      answers.put(Long.toString(value), surface.ask(row.operation(), names, stage, who));
    }
    if (!row.isOpen(id)) {
      assertThat(answers.values())
          .as("answers to ids of others: %s", answers)
          .allSatisfy(answer -> assertThat(answer).isIn(REFUSALS));
      assertThat(answers.get(Long.toString(others(id))))
          .as("what is another's")
          .isEqualTo(answers.get(Long.toString(NOBODYS)));
    }
    assertThat(Stage.stored(cast.chat())).as("what is stored").isEqualTo(stored);
  }

  private long others(String id) {
    return switch (id) {
      case "seq" -> 2;
      case "user", "user_id" -> cast.outsider().id();
      default ->
          id.equals("session_id") || row.operation().contains("/sessions/")
              ? Long.parseLong(Cast.session(cast.outsider().token()))
              : row.operation().contains("/users/") ? cast.outsider().id() : cast.secret();
    };
  }

  private void setTheStage() throws SQLException {
    if (stage == null || !stage.state().equals(before)) {
      stage = Stage.of(cast, row.door());
      before = stage.state();
    }
  }
}
