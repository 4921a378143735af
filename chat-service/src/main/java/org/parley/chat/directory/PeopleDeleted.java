package org.parley.chat.directory;

import java.util.Set;

/**
 * An event: these people deleted their account. It is told again and again for a day, for as long
 * as access tokens of them may still be good; observers find nothing to do then. They may block,
 * and what throws is told again.
 */
public record PeopleDeleted(Set<Long> userIds) {

  /** What they are called from now on; see user_directory.proto. */
  public static final String NAME = "deleted user";

  public PeopleDeleted {
    userIds = Set.copyOf(userIds);
  }
}
