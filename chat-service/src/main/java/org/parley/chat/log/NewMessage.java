package org.parley.chat.log;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * A message somebody wants to send.
 *
 * @param clientMsgId the sender's name for it; the same name means the same message, for ever
 * @param content 1 to 4,000 code points, not only white space, without NUL or lone surrogates; kept
 *     as it is
 * @param replyTo seq of the message of the same room that it is a reply to; null when to none
 */
public record NewMessage(
    Person author, long roomId, UUID clientMsgId, String content, @Nullable Long replyTo) {

  /** Some screens of text; see docs/protocol.md, Limits. */
  static final int MAX_CONTENT = 4_000;

  public NewMessage {
    requireContent(content);
  }

  /** One that is no reply. */
  public NewMessage(Person author, long roomId, UUID clientMsgId, String content) {
    this(author, roomId, clientMsgId, content, null);
  }

  /** Refuses what no message may contain. */
  static void requireContent(@Nullable String content) {
    if (content == null || content.isBlank()) {
      throw ProblemException.invalid("content", "A message needs some text.");
    }
    if (Text.codePoints(content) > MAX_CONTENT) {
      throw ProblemException.invalid(
          "content", "A message has at most " + MAX_CONTENT + " characters.");
    }
    if (!Text.isStorable(content)) {
      throw ProblemException.invalid(
          "content", "The message has characters that cannot be stored.");
    }
  }

  /** The same, under an id of ours when the sender gave none: it makes our own retry safe. */
  public static NewMessage received(
      Person author,
      long roomId,
      @Nullable UUID clientMsgId,
      @Nullable String content,
      @Nullable Long replyTo) {
    return new NewMessage(
        author,
        roomId,
        clientMsgId == null ? UUID.randomUUID() : clientMsgId,
        content == null ? "" : content,
        replyTo);
  }

  /** The same of one that is no reply. */
  public static NewMessage received(
      Person author, long roomId, @Nullable UUID clientMsgId, @Nullable String content) {
    return received(author, roomId, clientMsgId, content, null);
  }

  /** Without the content. */
  @Override
  public String toString() {
    return "NewMessage[roomId="
        + roomId
        + ", author="
        + author.id()
        + ", clientMsgId="
        + clientMsgId
        + "]";
  }
}
