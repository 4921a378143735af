package org.parley.system.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/**
 * What the running server can do, by what it tells of a room to its owner; the client goes by the
 * same. A test of what it cannot is left out, and says so.
 */
enum Offered {
  /** How far people have read is kept; with that go replies and mentions. */
  READING("last_read_seq"),
  /** Rooms can be muted; with that go direct rooms, changes of a room and invitations. */
  PEOPLE("muted");

  private final String field;

  Offered(String field) {
    this.field = field;
  }

  boolean by(RunningSystem system) {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("Jetty"), "public");
    JsonNode view = ada.api().get("/api/v1/rooms/" + room).body();
    return view.has(field);
  }

  void assume(RunningSystem system) {
    assumeTrue(by(system), "This server tells nothing of " + field + ".");
  }
}
