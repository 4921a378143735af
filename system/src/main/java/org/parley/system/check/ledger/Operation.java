package org.parley.system.check.ledger;

/** Something a writer asks for; each may be repeated until it is answered. */
public sealed interface Operation {

  /** A new message, known by its id. */
  record Send(String clientMsgId, String content) implements Operation {}

  /** Another content for a message of one's own. */
  record Edit(long seq, String content) implements Operation {}

  /** The removal of a message of one's own. */
  record Delete(long seq) implements Operation {}

  /** A reaction, or with {@code on} false its withdrawal. */
  record React(long seq, String emoji, boolean on) implements Operation {}

  /** As a report names it. */
  default String word() {
    return switch (this) {
      case Send send -> "send";
      case Edit edit -> "edit";
      case Delete delete -> "delete";
      case React react -> "react";
    };
  }

  /** The message it changes, 0 for a send. */
  default long target() {
    return switch (this) {
      case Send send -> 0;
      case Edit edit -> edit.seq();
      case Delete delete -> delete.seq();
      case React react -> react.seq();
    };
  }
}
