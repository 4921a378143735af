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
 */
public record NewMessage(Person author, long roomId, UUID clientMsgId, String content) {

  /** Some screens of text; see docs/protocol.md, Limits. */
  static final int MAX_CONTENT = 4_000;

  public NewMessage {
    requireContent(content);
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
      Person author, long roomId, @Nullable UUID clientMsgId, @Nullable String content) {
    return new NewMessage(
        author,
        roomId,
        clientMsgId == null ? UUID.randomUUID() : clientMsgId,
        content == null ? "" : content);
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
