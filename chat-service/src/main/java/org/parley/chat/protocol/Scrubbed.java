package org.parley.chat.protocol;

import org.jspecify.annotations.Nullable;

/** Frames about a message without what it said: whom it mentioned, too. */
final class Scrubbed {

  private Scrubbed() {}

  /** The same change of a message that was removed since. */
  static ServerFrame of(ServerFrame frame, @Nullable Long removedAtMs) {
    return switch (frame) {
      case ServerFrame.NewMessage message ->
          new ServerFrame.NewMessage(
              message.messageId(),
              message.roomId(),
              message.userId(),
              message.username(),
              "",
              message.createdAt(),
              message.seq(),
              message.changeSeq(),
              message.clientMsgId(),
              message.createdAtMs(),
              message.editedAtMs(),
              removedAtMs,
              null,
              message.replyTo(),
              null,
              null);
      case ServerFrame.MessageChanged message ->
          new ServerFrame.MessageChanged(
              message.messageId(),
              message.roomId(),
              message.userId(),
              message.username(),
              "",
              message.createdAt(),
              message.seq(),
              message.changeSeq(),
              message.clientMsgId(),
              message.createdAtMs(),
              message.editedAtMs(),
              removedAtMs,
              null,
              message.replyTo(),
              null,
              null);
      default -> throw new IllegalStateException("no frame about a message: " + frame.getClass());
    };
  }
}
