package org.parley.chat.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.contract.Json;

/**
 * A copy of what a person left here: the rooms they are in or wrote in, and what they wrote, room
 * by room. Read and written page by page, each by a connection of its own, so that a million
 * messages take no more memory than a page and a slow reader holds no connection.
 */
@ApplicationScoped
class Export {

  /** A megabyte of content in 500 messages, if they are all as long as they may be. */
  static final int PAGE = 500;

  private ExportStore store;

  Export() {} // for the container's proxy

  @Inject
  Export(ExportStore store) {
    this.store = store;
  }

  /** Writes it as one JSON object. */
  void write(long userId, OutputStream out) throws IOException {
    try (JsonGenerator json = Json.json().createGenerator(out)) {
      // What breaks off must not look complete, and each value is not worth a packet of its own.
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
      json.writeStartObject();
      json.writeStringField("exported_at", Instant.now().toString());
      json.writeNumberField("user_id", userId);
      json.writeArrayFieldStart("rooms");
      List<RoomCopy> page = store.rooms(userId, 0, PAGE);
      while (!page.isEmpty()) {
        for (RoomCopy room : page) {
          write(room, userId, json);
        }
        page = store.rooms(userId, page.getLast().id(), PAGE);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
  }

  private void write(RoomCopy room, long userId, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectField("room", room);
    json.writeArrayFieldStart("messages");
    UUID after = ExportStore.NIL;
    boolean more = true;
    while (more) {
      List<MessageCopy> page = store.messages(userId, room.id(), after, PAGE);
      for (MessageCopy message : page) {
        json.writeObject(message);
        after = message.clientMsgId();
      }
      more = page.size() == PAGE;
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
