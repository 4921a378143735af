package org.parley.chat.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import org.parley.contract.privacy.PersonalCopy;
import org.parley.contract.privacy.PersonalCopy.Pages;

/**
 * A copy of what a person left here: the rooms they are in or wrote in, and what they wrote, room
 * by room, their invitations and where they were removed. Each page is read by a connection of its
 * own, so that a slow reader holds none.
 */
@ApplicationScoped
class Export {

  /** A megabyte of content in 500 messages, if they are all as long as they may be. */
  static final int PAGE = 500;

  private ExportStore store;
  private AccessCopyStore access;

  Export() {} // for the container's proxy

  @Inject
  Export(ExportStore store, AccessCopyStore access) {
    this.store = store;
    this.access = access;
  }

  /** Writes it as one JSON object. */
  void write(long userId, OutputStream out) throws IOException {
    PersonalCopy.write(
        out,
        Instant.now(),
        json -> {
          json.writeNumberField("user_id", userId);
          PersonalCopy.writeAll(
              json,
              "rooms",
              new Pages<>(0L, PAGE, after -> store.rooms(userId, after, PAGE), RoomCopy::id),
              room -> write(room, userId, json));
          PersonalCopy.writeAll(
              json,
              "invitations",
              new Pages<>(
                  0L,
                  PAGE,
                  after -> access.invitations(userId, after, PAGE),
                  AccessCopyStore.InvitationCopy::id),
              json::writeObject);
          PersonalCopy.writeAll(
              json,
              "removals",
              new Pages<>(
                  0L,
                  PAGE,
                  after -> access.removals(userId, after, PAGE),
                  AccessCopyStore.RemovalCopy::roomId),
              json::writeObject);
        });
  }

  private void write(RoomCopy room, long userId, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectField("room", room);
    PersonalCopy.writeAll(
        json,
        "messages",
        new Pages<>(
            ExportStore.NIL,
            PAGE,
            after -> store.messages(userId, room.id(), after, PAGE),
            MessageCopy::clientMsgId),
        json::writeObject);
    json.writeEndObject();
  }
}
