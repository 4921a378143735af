package org.parley.system.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RawSocket.Heard;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;

/** One case being played: the people, their room, the sender's socket, and what it heard. */
final class Scene implements AutoCloseable {

  private static final String MANY_ROOMS = "Sec-WebSocket-Protocol: parley.v1";

  /** What everybody in the room is told; no answers. */
  private static final Set<String> OF_THE_ROOM =
      Set.of("new_message", "message_changed", "user_joined", "user_left");

  private final RunningSystem system;
  private final Cast cast;
  private final int storedBefore;
  private final UUID id = UUID.randomUUID();
  private final RawSocket socket;
  private final List<String> told = new ArrayList<>();

  /**
   * Who plays, and where.
   *
   * @param ada sends
   * @param ben is the other one
   * @param room a public room of ada's, in which she said message 1 and removed message 2, and ben
   *     said message 3
   * @param secret a private room of ben's
   */
  record Cast(Visitor ada, Visitor ben, long room, long secret) {

    static Cast signUp(RunningSystem system) {
      Visitor ada = Visitor.signUp(system, "ada");
      Visitor ben = Visitor.signUp(system, "ben");
      long room = ada.createRoom(Visitor.freshName("room"), "public");
      ada.say(room, "hers");
      ada.say(room, "removed");
      ada.api().delete("/api/v1/rooms/" + room + "/messages/2");
      ben.api().post("/api/v1/rooms/" + room + "/join", Map.of());
      ben.say(room, "his");
      return new Cast(ada, ben, room, ben.createRoom(Visitor.freshName("secret"), "private"));
    }
  }

  Scene(RunningSystem system, Cast cast, Start start) throws IOException {
    this.system = system;
    this.cast = cast;
    this.storedBefore = lastSeq();
    this.socket =
        switch (start) {
          case OUTSIDE -> null;
          case OPENED, SIGNED_IN, IN_ROOM -> RawSocket.open(address(), MANY_ROOMS);
          case ORIGINAL, ORIGINAL_IN_ROOM -> RawSocket.open(address());
        };
    if (start != Start.OUTSIDE && start != Start.OPENED) {
      say("{'type':'auth','token':'TOKEN'}");
      expect("success");
    }
    if (start == Start.IN_ROOM || start == Start.ORIGINAL_IN_ROOM) {
      say("{'type':'join_room','room_id':ROOM}");
      expect("room_joined");
    }
  }

  URI address() {
    return system.socket(0);
  }

  RunningSystem system() {
    return system;
  }

  RawSocket socket() {
    return socket;
  }

  Cast cast() {
    return cast;
  }

  /** Notes an answer that came in another way than over the socket. */
  void heard(String answer) {
    told.add(answer);
  }

  void say(String frame) throws IOException {
    socket.text(fill(frame));
  }

  /** Ben joins and says this, on a socket of his own, and is acknowledged. */
  void benSays(String frame) throws IOException {
    try (RawSocket his = RawSocket.open(address(), MANY_ROOMS)) {
      his.text(fill("{'type':'auth','token':'BENS_TOKEN'}"));
      his.text(fill("{'type':'join_room','room_id':ROOM}"));
      his.text(fill(frame));
      while (!answer(his).equals("message_ack")) {
        // what was said before it
      }
    }
  }

  /** The first answer to this frame on a socket of its own. */
  String askElsewhere(String frame) throws IOException {
    try (RawSocket other = RawSocket.open(address(), MANY_ROOMS)) {
      other.text(fill(frame));
      return answer(other);
    }
  }

  /** JSON with its words replaced: the scene's rooms, tokens and one id. */
  String fill(String frame) {
    return frame
        .replace('\'', '"')
        .replace("BENS_TOKEN", cast.ben.token())
        .replace("TOKEN", cast.ada.token())
        .replace("SECRET", Long.toString(cast.secret))
        .replace("ROOM", Long.toString(cast.room))
        .replace("UUID", id.toString());
  }

  /**
   * The answers of the server, of which there must be so many, as {@code error CODE: words}, {@code
   * close CODE: words} or a type. The sender's own messages are no answers.
   */
  List<String> answers(int count) throws IOException {
    while (told.size() < count) {
      String answer = answer();
      if (!OF_THE_ROOM.contains(answer)) {
        told.add(answer);
      }
    }
    return told;
  }

  private void expect(String type) throws IOException {
    assertThat(answer()).isEqualTo(type);
  }

  private String answer() throws IOException {
    return answer(socket);
  }

  private static String answer(RawSocket socket) throws IOException {
    return switch (socket.next()) {
      case Heard.Said said -> answer(said.frame());
      case Heard.Closed closed -> "close " + closed.code() + ": " + closed.reason();
      case Heard.Cut cut -> "cut";
    };
  }

  private static String answer(JsonNode frame) {
    String type = frame.path("type").asText();
    return type.equals("error")
        ? "error " + frame.path("code").asText() + ": " + frame.path("message").asText()
        : type;
  }

  /** Whether the socket answers, and with nothing else before it. */
  void assertAlive() throws IOException {
    say("{'type':'ping'}");
    String next = answer();
    while (OF_THE_ROOM.contains(next)) {
      next = answer();
    }
    assertThat(next).as("the socket lives on").isEqualTo("pong");
  }

  /** Whether the socket has ended, and new ones are served. */
  void assertEnded() throws IOException {
    assertThat(answer()).as("after the end").isEqualTo("cut");
    try (RawSocket next = RawSocket.open(address())) {
      next.text("{\"type\":\"ping\"}");
      assertThat(next.next()).as("another socket").isInstanceOf(Heard.Said.class);
    }
  }

  /** How many messages the room has got since the case began. */
  int stored() {
    return lastSeq() - storedBefore;
  }

  private int lastSeq() {
    return cast.ada.api().get("/api/v1/rooms/" + cast.room).body().path("last_seq").asInt(-1);
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
    }
  }
}
