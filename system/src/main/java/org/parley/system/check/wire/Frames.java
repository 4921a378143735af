package org.parley.system.check.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.system.check.ledger.MessageState;
import org.parley.system.check.ledger.MessageState.Reaction;
import org.parley.system.check.ledger.Operation;
import org.parley.system.check.ledger.Operation.Delete;
import org.parley.system.check.ledger.Operation.Edit;
import org.parley.system.check.ledger.Operation.React;
import org.parley.system.check.ledger.Operation.Send;
import org.parley.system.check.ledger.RoomLedger.Change;

/** The words on the wire that a checker needs, as docs/protocol.md has them. */
public final class Frames {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Frames() {}

  public static String auth(String token) {
    return frame("auth").put("token", token).toString();
  }

  public static String ping() {
    return frame("ping").toString();
  }

  /** Enters a room as somebody who has nothing of it. */
  public static String join(long roomId) {
    return frame("join_room").put("room_id", roomId).toString();
  }

  /** Enters a room as somebody who was there before. */
  public static String resume(long roomId, long after, String epoch) {
    return frame("join_room")
        .put("room_id", roomId)
        .put("after", after)
        .put("epoch", epoch)
        .toString();
  }

  public static String of(long roomId, Operation operation) {
    return switch (operation) {
      case Send send ->
          frame("send_message")
              .put("room_id", roomId)
              .put("client_msg_id", send.clientMsgId())
              .put("content", send.content())
              .toString();
      case Edit edit ->
          about(roomId, edit, "edit_message").put("content", edit.content()).toString();
      case Delete delete -> about(roomId, delete, "delete_message").toString();
      case React react ->
          about(roomId, react, "react")
              .put("emoji", react.emoji())
              .put("on", react.on())
              .toString();
    };
  }

  private static ObjectNode about(long roomId, Operation operation, String type) {
    return frame(type).put("room_id", roomId).put("seq", operation.target());
  }

  private static ObjectNode frame(String type) {
    return JSON.createObjectNode().put("type", type);
  }

  /** A frame of the server; null when it is no JSON object. */
  public static @Nullable JsonNode read(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      return frame.isObject() ? frame : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** What {@code new_message} or {@code message_changed} says. */
  public static Change change(JsonNode frame) {
    boolean sent = frame.path("type").asText().equals("new_message");
    return new Change(sent, frame.path("change_seq").asLong(), message(frame));
  }

  /** A message as a frame or as history has it. */
  public static MessageState message(JsonNode message) {
    boolean deleted = message.hasNonNull("deleted_at_ms") || message.hasNonNull("deleted_at");
    return new MessageState(
        message.path("seq").asLong(),
        message.path("user_id").asLong(),
        message.path("client_msg_id").asText(),
        message.path("content").asText(),
        deleted,
        reactions(message.path("reactions")));
  }

  private static Set<Reaction> reactions(JsonNode list) {
    Set<Reaction> reactions = new HashSet<>();
    for (JsonNode reaction : list) {
      String emoji = reaction.path("emoji").asText();
      for (JsonNode user : reaction.path("user_ids")) {
        reactions.add(new Reaction(emoji, user.asLong()));
      }
    }
    return reactions;
  }
}
