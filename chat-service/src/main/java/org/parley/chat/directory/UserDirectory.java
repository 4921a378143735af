package org.parley.chat.directory;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.parley.contract.ProblemException;

/** Who people are, as user-service knows them. */
public interface UserDirectory {

  /**
   * User names by id. Ids nobody has are left out, and so are people we never heard of while
   * user-service is away; it never throws because of that. Blocks for at most about a second.
   */
  Map<Long, String> usernames(Collection<Long> userIds);

  /** The name, where it can be told without asking anybody. Never blocks. */
  Optional<String> knownUsername(long userId);

  /**
   * The name of somebody who is to be a member; empty when nobody has this id or they are gone.
   * Blocks as {@link #usernames} does.
   *
   * @throws ProblemException {@code unavailable} when that cannot be known now
   */
  Optional<String> findUsername(long userId);
}
