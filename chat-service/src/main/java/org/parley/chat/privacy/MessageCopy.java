package org.parley.chat.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message somebody wrote; the content is empty when it was removed. */
record MessageCopy(
    long messageId,
    long seq,
    String content,
    Instant createdAt,
    @Nullable Instant editedAt,
    @Nullable Instant deletedAt,
    UUID clientMsgId,
    @Nullable Long replyTo) {

  /** Without the content. */
  @Override
  public String toString() {
    return "MessageCopy[" + messageId + "]";
  }
}
