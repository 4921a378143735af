package org.parley.chat.log;

import org.parley.chat.identity.Person;
import org.parley.chat.protocol.ServerFrame;

/**
 * What a change made of its message.
 *
 * @param message the whole message as it was after this very change; the log knows its author's
 *     name only when the author made the change, see {@link #isNamed}
 * @param isNew false when the message was like that already and nobody needs to be told
 */
public record Changed(StoredMessage message, boolean isNew) {

  /** Nobody's name: names are not empty. */
  static final String UNNAMED = "";

  public boolean isNamed() {
    return !message.author().username().equals(UNNAMED);
  }

  /** The same with its author's name. */
  public Changed named(String username) {
    Person author = new Person(message.author().id(), username);
    return new Changed(message.withAuthor(author), isNew);
  }

  public ServerFrame.ChangeAck toAck() {
    return new ServerFrame.ChangeAck(message.roomId(), message.seq(), message.changeSeq());
  }

  /** The same, told to nobody yet. */
  Changed asNew() {
    return new Changed(message, true);
  }
}
