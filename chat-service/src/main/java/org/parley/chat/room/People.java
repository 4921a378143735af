package org.parley.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.parley.chat.directory.UserDirectory;

/** What people in rooms are called. */
@ApplicationScoped
public class People {

  @Inject private UserDirectory directory;

  /** User names by id, as far as they are known; see {@link #nameIn}. */
  public Map<Long, String> usernames(Collection<Long> userIds) {
    return directory.usernames(userIds);
  }

  /** The name, or a stand-in that tells people apart while user-service is away. */
  public static String nameIn(Map<Long, String> usernames, long userId) {
    return usernames.getOrDefault(userId, "user-" + userId);
  }
}
