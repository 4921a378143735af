package org.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;

/**
 * What goes on around rooms besides messages; for sockets with a subprotocol only. Any of it may be
 * lost: what lasts stands in the room as REST shows it.
 */
@JsonSubTypes({
  @JsonSubTypes.Type(value = RoomNews.UserTyping.class, name = "typing"),
  @JsonSubTypes.Type(value = RoomNews.RoomChanged.class, name = "room_changed"),
  @JsonSubTypes.Type(value = RoomNews.RoomAdded.class, name = "room_added"),
  @JsonSubTypes.Type(value = RoomNews.RoomRemoved.class, name = "room_removed"),
  @JsonSubTypes.Type(value = RoomNews.Muted.class, name = "muted"),
})
public sealed interface RoomNews extends ServerFrame {

  /**
   * {@code typing}: somebody else in the room writes. Said again every few seconds while they do,
   * and over when it is not, or when their message comes.
   */
  record UserTyping(long roomId, long userId, String username) implements RoomNews {}

  /** {@code room_changed}: the room is called so now, and is about this. To all in it. */
  record RoomChanged(long roomId, String name, String topic, String description)
      implements RoomNews {}

  /**
   * {@code room_added}: I am in another room, by what somebody else did or another device of mine.
   */
  record RoomAdded(long roomId) implements RoomNews {}

  /** {@code room_removed}: I am in this room no more, whichever of my sockets were in it. */
  record RoomRemoved(long roomId) implements RoomNews {}

  /** {@code muted}: I do not want to be disturbed by this room, or I do again. */
  record Muted(long roomId, boolean muted) implements RoomNews {}
}
