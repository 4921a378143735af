package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;

/** Every field of every frame: missing, null, empty, too long, of another type. */
final class FieldCases {

  private static final String MALFORMED = "error malformed_request";
  private static final String INVALID = "error validation_failed";

  private static final String SEND = "{'type':'send_message','room_id':ROOM,'content':'hello'";

  private FieldCases() {}

  static List<Group> groups() {
    return List.of(
        new Group("type", "Any frame, on a socket in `ROOM`.", types()),
        new Group("auth", "On a socket that was just opened.", auth()),
        new Group("join_room", "On a socket that is signed in.", joinRoom()),
        new Group("leave_room", "On a socket in `ROOM`.", leaveRoom()),
        new Group("send_message", "On a socket in `ROOM`.", sendMessage()),
        new Group("ping", "On a socket in `ROOM`. It has no fields.", ping()));
  }

  private static List<BadInput> types() {
    String unknown = "error unknown_type";
    return List.of(
        frame(Start.IN_ROOM, "{}", MALFORMED),
        frame(Start.IN_ROOM, "{'room_id':ROOM}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':null}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':''}", unknown),
        frame(Start.IN_ROOM, "{'type':' ping'}", unknown),
        frame(Start.IN_ROOM, "{'type':'PING'}", unknown),
        frame(Start.IN_ROOM, "{'type':'teleport'}", unknown),
        frame(Start.IN_ROOM, "{'type':'org.parley.chat.protocol.ClientFrame$Ping'}", unknown),
        frame(Start.IN_ROOM, "{'type':'" + "x".repeat(10_000) + "'}", unknown)
            .shownAs("{\"type\": 10,000 × \"x\"}"),
        frame(Start.IN_ROOM, "{'type':7}", unknown),
        frame(Start.IN_ROOM, "{'type':true}", unknown),
        frame(Start.IN_ROOM, "{'type':['ping']}", MALFORMED),
        frame(Start.IN_ROOM, "{'type':{'ping':1}}", MALFORMED));
  }

  private static List<BadInput> auth() {
    String[] refused = {"error unauthorized", "close 4401"};
    List<BadInput> cases = new ArrayList<>();
    cases.add(frame(Start.OPENED, "{'type':'auth'}", refused));
    cases.add(frame(Start.OPENED, "{'type':'auth','token':null}", refused));
    cases.add(frame(Start.OPENED, "{'type':'auth','token':''}", refused));
    cases.add(
        frame(Start.OPENED, "{'type':'auth','token':'" + "x".repeat(60_000) + "'}", refused)
            .shownAs("{\"type\":\"auth\",\"token\": 60,000 × \"x\"}"));
    for (String value : List.of("7", "1.5", "true", "['TOKEN']", "{'token':'TOKEN'}")) {
      cases.add(frame(Start.OPENED, "{'type':'auth','token':" + value + "}", MALFORMED));
    }
    return cases;
  }

  private static List<BadInput> joinRoom() {
    return ids(Start.SIGNED_IN, "{'type':'join_room'", "error not_found");
  }

  private static List<BadInput> leaveRoom() {
    // To be out of a room is what the client wanted.
    return ids(Start.IN_ROOM, "{'type':'leave_room'", "success");
  }

  /** A room's id in all its wrong shapes; those that are numbers name rooms that are not there. */
  static List<BadInput> ids(Start start, String frame, String notThere) {
    List<BadInput> cases = new ArrayList<>();
    cases.add(frame(start, frame + "}", INVALID));
    cases.add(frame(start, frame + ",'room_id':null}", INVALID));
    Stream.of("0", "-1", "9007199254740993", "9223372036854775807", "-9223372036854775808")
        .forEach(id -> cases.add(frame(start, frame + ",'room_id':" + id + "}", notThere)));
    Stream.of(
            "''",
            "'ROOM'",
            "'first'",
            "true",
            "[ROOM]",
            "{'id':ROOM}",
            "1.5",
            "1.0",
            "1e3",
            "9223372036854775808",
            "1e400")
        .forEach(id -> cases.add(frame(start, frame + ",'room_id':" + id + "}", MALFORMED)));
    cases.add(
        frame(start, frame + ",'room_id':" + "9".repeat(5_000) + "}", MALFORMED)
            .shownAs(frame.replace('\'', '"') + ",\"room_id\": 5,000 × 9}"));
    return cases;
  }

  private static List<BadInput> sendMessage() {
    List<BadInput> cases =
        new ArrayList<>(
            ids(
                Start.IN_ROOM,
                "{'type':'send_message','client_msg_id':'UUID','content':'hello'",
                "error not_member"));
    cases.add(frame(Start.IN_ROOM, SEND + "}", "message_ack").storing(1));
    cases.add(frame(Start.IN_ROOM, SEND + ",'client_msg_id':null}", "message_ack").storing(1));
    cases.add(
        frame(
                Start.IN_ROOM,
                SEND + ",'client_msg_id':'0190A1B2-C3D4-7E5F-8A9B-0C1D2E3F4A5B'}",
                "message_ack")
            .storing(1));
    Stream.of(
            "''",
            "' '",
            "'first'",
            "'0190a1b2c3d47e5f8a9b0c1d2e3f4a5b'",
            "'{0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b}'",
            "'0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5'",
            "'0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b0'",
            "'0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5g'",
            "'AZChssPUfl+KmwwdLj9KWw=='",
            "7",
            "true",
            "['UUID']",
            "{'id':'UUID'}")
        .forEach(
            id ->
                cases.add(frame(Start.IN_ROOM, SEND + ",'client_msg_id':" + id + "}", MALFORMED)));
    Stream.of("0", "-1", "9223372036854775807")
        .forEach(
            seq -> cases.add(frame(Start.IN_ROOM, SEND + ",'reply_to':" + seq + "}", INVALID)));
    Stream.of("'1'", "true", "[1]", "1.5", "9223372036854775808")
        .forEach(
            seq -> cases.add(frame(Start.IN_ROOM, SEND + ",'reply_to':" + seq + "}", MALFORMED)));
    cases.add(frame(Start.IN_ROOM, SEND + ",'reply_to':null}", "message_ack").storing(1));
    cases.addAll(content());
    return cases;
  }

  private static List<BadInput> content() {
    String send = "{'type':'send_message','room_id':ROOM,'client_msg_id':'UUID'";
    List<BadInput> cases = new ArrayList<>();
    cases.add(frame(Start.IN_ROOM, send + "}", INVALID));
    Stream.of("null", "''", "' '", "' \\t\\r\\n'")
        .forEach(
            text -> cases.add(frame(Start.IN_ROOM, send + ",'content':" + text + "}", INVALID)));
    Stream.of("7", "1.5", "false", "['hello']", "{'text':'hello'}")
        .forEach(
            text -> cases.add(frame(Start.IN_ROOM, send + ",'content':" + text + "}", MALFORMED)));
    for (Length length : List.of(new Length("x", "x"), new Length("😀", "😀 (astral)"))) {
      cases.add(length.times(send, 4_000, "message_ack").storing(1));
      cases.add(length.times(send, 4_001, INVALID));
    }
    return cases;
  }

  /** A content of one code point, many times. */
  private record Length(String codePoint, String shown) {
    BadInput times(String send, int count, String answer) {
      return frame(Start.IN_ROOM, send + ",'content':'" + codePoint.repeat(count) + "'}", answer)
          .shownAs("%s,\"content\": %,d × %s}".formatted(send.replace('\'', '"'), count, shown));
    }
  }

  private static List<BadInput> ping() {
    return List.of(
        frame(Start.IN_ROOM, "{'type':'ping','room_id':'any','token':7,'later':[1]}", "pong"));
  }
}
