package org.parley.system.check.ledger;

import java.util.Set;

/**
 * How a message looks at some time, over the socket or in history.
 *
 * @param seq its place in the room
 * @param userId who wrote it
 * @param clientMsgId the id it was sent under
 * @param content its text, empty once it is removed
 * @param reactions who reacted with what; a message names the first 100 people of each emoji
 */
public record MessageState(
    long seq,
    long userId,
    String clientMsgId,
    String content,
    boolean deleted,
    Set<Reaction> reactions) {

  /** One person's reaction. */
  public record Reaction(String emoji, long userId) {}

  public MessageState {
    reactions = Set.copyOf(reactions);
  }

  boolean sameMessageAs(MessageState other) {
    return clientMsgId.equals(other.clientMsgId) && userId == other.userId;
  }

  /** How this one looks, unlike another state of the same message, in words. */
  String differenceTo(MessageState other) {
    if (deleted != other.deleted) {
      return deleted ? "as removed" : "as not removed";
    }
    return content.equals(other.content) ? "with other reactions" : "with another content";
  }
}
