package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.parley.system.support.Api;
import org.parley.system.support.Patience;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/**
 * Somebody is kicked and somebody else logs out in the middle of a fault, while others talk: how
 * long they still get what is said. All of it is on the second instance, which most faults spare.
 */
final class Removals implements AutoCloseable {

  /** Where the fault took away whoever was to be watched. */
  static final Outcome UNSEEN = new Outcome("-", "-");

  private static final int INSTANCE = 1;

  /** Into the fault, so that it has begun. */
  private static final Duration LATER = Duration.ofSeconds(3);

  private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);

  /** How long others go on talking; longer than anybody may still hear them. */
  private static final int WORDS = 60;

  private final RunningSystem system;
  private final Visitor owner;
  private final Visitor kicked;
  private final Visitor leaver;
  private final long room;
  private final TestSocket talking;
  private final Overhearing ofKicked;
  private final Overhearing ofLeaver;

  Removals(ChaosSystem chaos) {
    system = RunningSystem.at(chaos.local().settings().descriptionFile());
    owner = Visitor.signUp(system, "owner");
    kicked = Visitor.signUp(system, "kicked");
    leaver = Visitor.signUp(system, "leaver");
    room = owner.createRoom(Visitor.freshName("removals"), "public");
    talking = TestSocket.open(system.socket(INSTANCE));
    talking.authenticate(owner);
    talking.join(room);
    ofKicked = Overhearing.begin(system.socket(INSTANCE), kicked, room);
    ofLeaver = Overhearing.begin(system.socket(INSTANCE), leaver, room);
  }

  /** Returns how it went, for the table. */
  Outcome run() {
    Patience.pause(LATER);
    long kickedAt = System.nanoTime();
    String kick =
        remove(() -> direct().delete("/api/v1/rooms/" + room + "/members/" + kicked.id()));
    long leftAt = System.nanoTime();
    String logout =
        remove(
            () ->
                Api.at(system.userService("/"))
                    .as(leaver.token())
                    .post("/api/v1/users/logout", Map.of()));
    for (int i = 0; i < WORDS; i++) {
      talking.send(
          "send_message",
          Map.of("room_id", room, "client_msg_id", UUID.randomUUID(), "content", "word " + i));
      Patience.pause(BETWEEN_WORDS);
    }
    return new Outcome(
        kick.isEmpty() ? ofKicked.lastHeardAfter(kickedAt) : kick,
        logout.isEmpty() ? ofLeaver.lastHeardAfter(leftAt) : logout);
  }

  /**
   * What became of them.
   *
   * @param kicked seconds until their last frame, or why nobody could be kicked
   * @param loggedOut the same
   */
  record Outcome(String kicked, String loggedOut) {}

  private interface Removal {
    Api.Answer ask();
  }

  /** Nothing when it was done; otherwise how it was refused. */
  private static String remove(Removal removal) {
    try {
      Api.Answer answer = removal.ask();
      assertThat(answer.status()).isIn(200, 503);
      return answer.status() == 200 ? "" : "refused: " + answer.code();
    } catch (UncheckedIOException e) {
      return "not reached";
    }
  }

  private Api direct() {
    return Api.at(system.chat(INSTANCE, "/")).as(owner.token());
  }

  @Override
  public void close() {
    ofKicked.close();
    ofLeaver.close();
    talking.close();
  }
}
