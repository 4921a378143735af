package org.parley.system.badinput;

import static org.parley.system.badinput.BadInput.described;
import static org.parley.system.badinput.BadInput.frame;
import static org.parley.system.badinput.BadInput.frames;

import java.util.List;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;

/** Good frames at the wrong moment, in the wrong room, under an id that is taken. */
final class ConversationCases {

  private static final String AUTH = "{'type':'auth','token':'TOKEN'}";
  private static final String JOIN = "{'type':'join_room','room_id':ROOM}";
  private static final String LEAVE = "{'type':'leave_room','room_id':ROOM}";
  private static final String SEND =
      "{'type':'send_message','room_id':ROOM,'client_msg_id':'UUID','content':'hello'}";
  private static final String SEND_TO_CURRENT = "{'type':'send_message','content':'hello'}";
  private static final String SEND_OTHER =
      "{'type':'send_message','room_id':ROOM,'client_msg_id':'UUID','content':'goodbye'}";
  private static final String[] REFUSED_AUTH = {"error unauthorized", "close 4401"};

  private ConversationCases() {}

  static List<Group> groups() {
    return List.of(
        new Group("Before auth", "On a socket that was just opened.", beforeAuth()),
        new Group(
            "An unusual order",
            "With `parley.v1`, as a member of `ROOM`, who may send without having joined.",
            order()),
        new Group("Without a subprotocol", "◆ One current room.", original()),
        new Group("Rooms of others", "`SECRET` is a private room of somebody else.", rooms()),
        new Group("Ids that are taken", "With `parley.v1`.", ids()));
  }

  private static List<BadInput> beforeAuth() {
    return List.of(
        frame(Start.OPENED, "{'type':'ping'}", "pong"),
        frame(Start.OPENED, JOIN, "error unauthorized"),
        frame(Start.OPENED, LEAVE, "error unauthorized"),
        frame(Start.OPENED, SEND, "error unauthorized"),
        frame(Start.OPENED, "{'type':'teleport'}", "error unknown_type"),
        frame(Start.OPENED, "hello", "error malformed_request"),
        frames(
            Start.OPENED,
            List.of(SEND, AUTH, JOIN),
            "error unauthorized",
            "success",
            "room_joined"));
  }

  private static List<BadInput> order() {
    return List.of(
        frame(Start.SIGNED_IN, SEND, "message_ack").storing(1),
        frames(Start.SIGNED_IN, List.of(LEAVE), "success"),
        frames(Start.IN_ROOM, List.of(LEAVE, LEAVE), "success", "success"),
        frames(Start.IN_ROOM, List.of(JOIN, JOIN), "room_joined", "room_joined"),
        frames(Start.IN_ROOM, List.of(LEAVE, SEND), "success", "message_ack").storing(1),
        frames(Start.IN_ROOM, List.of(AUTH, AUTH), "success", "success"),
        frame(
            Start.IN_ROOM, "{'type':'auth','token':'BENS_TOKEN'}", "error forbidden", "close 4401"),
        frame(Start.IN_ROOM, "{'type':'auth','token':'worn out'}", REFUSED_AUTH));
  }

  private static List<BadInput> original() {
    return List.of(
        frame(Start.ORIGINAL, SEND_TO_CURRENT, "error not_in_room"),
        frame(Start.ORIGINAL, SEND, "error not_in_room"),
        frame(Start.ORIGINAL, "{'type':'leave_room'}", "success"),
        frame(Start.ORIGINAL, "{'type':'join_room'}", "error validation_failed"),
        frames(
            Start.ORIGINAL_IN_ROOM,
            List.of("{'type':'leave_room'}", SEND_TO_CURRENT),
            "success",
            "error not_in_room"),
        frame(
            Start.ORIGINAL_IN_ROOM,
            "{'type':'send_message','client_msg_id':'UUID','content':'hello'}",
            "error validation_failed"),
        frame(
            Start.ORIGINAL_IN_ROOM,
            "{'type':'send_message','room_id':SECRET,'content':'hello'}",
            "error not_in_room"),
        frame(
            Start.ORIGINAL_IN_ROOM,
            "{'type':'send_message','content':''}",
            "error validation_failed"),
        frame(Start.ORIGINAL_IN_ROOM, SEND, "message_ack").storing(1));
  }

  private static List<BadInput> rooms() {
    return List.of(
        frame(Start.SIGNED_IN, "{'type':'join_room','room_id':SECRET}", "error not_found"),
        frame(Start.SIGNED_IN, "{'type':'join_room','room_id':4000000000}", "error not_found"),
        frame(Start.SIGNED_IN, "{'type':'leave_room','room_id':SECRET}", "success"),
        frame(
            Start.SIGNED_IN,
            "{'type':'send_message','room_id':SECRET,'client_msg_id':'UUID','content':'hello'}",
            "error not_member"),
        frame(
            Start.SIGNED_IN,
            "{'type':'send_message','room_id':4000000000,'client_msg_id':'UUID','content':'hello'}",
            "error not_member"));
  }

  private static List<BadInput> ids() {
    return List.of(
        frames(Start.IN_ROOM, List.of(SEND, SEND), "message_ack", "message_ack").storing(1),
        frames(Start.IN_ROOM, List.of(SEND, SEND_OTHER), "message_ack", "error conflict")
            .storing(1),
        frames(
                Start.IN_ROOM,
                List.of(SEND, SEND_OTHER, SEND),
                "message_ack",
                "error conflict",
                "message_ack")
            .storing(1),
        frames(
                Start.ORIGINAL_IN_ROOM,
                List.of(SEND_TO_CURRENT, SEND_TO_CURRENT, SEND),
                "message_ack")
            .storing(3),
        described(
                Start.IN_ROOM,
                "The id under which somebody else sent to this room",
                scene -> {
                  scene.benSays(SEND_OTHER);
                  scene.say(SEND);
                },
                "message_ack")
            .storing(2));
  }
}
