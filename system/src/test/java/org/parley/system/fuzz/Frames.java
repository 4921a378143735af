package org.parley.system.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.contract.promise.ContractDocument;
import org.parley.contract.promise.FrameContract;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.system.support.Visitor;

/** The examples of docs/asyncapi.yaml for clients, about rooms that are there, and what is near. */
final class Frames {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final List<ObjectNode> valid = new ArrayList<>();
  private final long room;
  private final long secret;
  private int sends;

  Frames(Visitor visitor, long room, long secret) {
    this.room = room;
    this.secret = secret;
    JsonNode document = ContractDocument.asyncApi().json();
    for (String message : FrameContract.shared().messages(Speaker.CLIENT)) {
      for (JsonNode example : document.at("/components/messages/" + message + "/examples")) {
        ObjectNode frame = example.path("payload").deepCopy();
        if (frame.has("token")) {
          frame.put("token", visitor.token());
        }
        valid.add(frame);
      }
    }
  }

  /** Mostly odd, sometimes good. */
  String near(Mutator mutator) {
    ObjectNode frame = mutator.pick(valid).deepCopy();
    if (frame.has("room_id")) {
      frame.put("room_id", mutator.chance(10) ? secret : room);
    }
    if (frame.has("client_msg_id") && !mutator.chance(10)) {
      frame.put("client_msg_id", UUID.randomUUID().toString());
    }
    if (frame.has("seq")) {
      frame.put("seq", mutator.pick(List.of(1, 2, 3, 5, 8)));
    }
    String text = mutator.chance(5) ? frame.toString() : mutator.text(frame);
    // A torn type may have become another one: whatever has a content may be a send.
    sends += content(text).isPresent() ? 1 : 0;
    return text;
  }

  /** How many may have been accepted as messages. */
  int sends() {
    return sends;
  }

  /** The content a frame asks to be stored; empty where it is none. */
  static Optional<String> content(String frame) {
    try {
      JsonNode content = JSON.readTree(frame).path("content");
      return content.isTextual() ? Optional.of(content.textValue()) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
