package org.parley.chat.log;

import org.parley.chat.identity.Person;
import org.parley.contract.ProblemException;
import org.parley.contract.Text;

/**
 * Something a person wants to do to a message that is in the log. Each may be repeated after a lost
 * answer: doing it again changes nothing.
 */
public sealed interface MessageChange {

  /** Who wants it. */
  Person person();

  long roomId();

  /** The message. */
  long seq();

  /**
   * Another text for a message of one's own.
   *
   * @param content as of a {@link NewMessage}
   */
  record Edit(Person person, long roomId, long seq, String content) implements MessageChange {

    public Edit {
      NewMessage.requireContent(content);
    }

    /** Without the content. */
    @Override
    public String toString() {
      return "Edit[roomId=" + roomId + ", seq=" + seq + ", person=" + person.id() + "]";
    }
  }

  /** The message's end, by its author or an owner of the room; its place stays. */
  record Delete(Person person, long roomId, long seq) implements MessageChange {}

  /**
   * A reaction of one's own, put on or taken back.
   *
   * @param emoji 1 to 32 code points without white space and control characters; kept as it is
   */
  record React(Person person, long roomId, long seq, String emoji, boolean on)
      implements MessageChange {

    /** The longest emoji are sequences of about ten; see docs/protocol.md, Limits. */
    static final int MAX_EMOJI = 32;

    public React {
      if (emoji == null || emoji.isEmpty() || Text.codePoints(emoji) > MAX_EMOJI) {
        throw ProblemException.invalid(
            "emoji", "A reaction has 1 to " + MAX_EMOJI + " characters.");
      }
      if (!Text.isStorable(emoji) || emoji.codePoints().anyMatch(React::isBlank)) {
        throw ProblemException.invalid(
            "emoji", "A reaction has neither white space nor control characters.");
      }
    }

    private static boolean isBlank(int c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
  }
}
