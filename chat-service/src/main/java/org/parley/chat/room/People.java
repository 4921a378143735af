package org.parley.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.chat.directory.UserDirectory;
import org.parley.chat.identity.Person;

/** Who is in rooms, and what they are called. */
@ApplicationScoped
public class People {

  @Inject private UserDirectory directory;
  @Inject private Rooms rooms;

  /** User names by id, as far as they are known; see {@link #nameIn}. */
  public Map<Long, String> usernames(Collection<Long> userIds) {
    return directory.usernames(userIds);
  }

  /** The name, where it can be told without asking user-service; never blocks. */
  public Optional<String> knownUsername(long userId) {
    return directory.knownUsername(userId);
  }

  /** Who is in the room, by user id; no transaction, because user-service is asked. */
  public MemberView.Page members(long roomId, Person reader, long after, int limit) {
    List<RoomMember> members = rooms.members(roomId, reader, after, limit + 1);
    List<RoomMember> page = members.stream().limit(limit).toList();
    Map<Long, String> names = usernames(page.stream().map(RoomMember::userId).toList());
    return new MemberView.Page(
        page.stream().map(member -> member.toView(names)).toList(), members.size() > limit);
  }

  /** The name, or a stand-in that tells people apart while user-service is away. */
  public static String nameIn(Map<Long, String> usernames, long userId) {
    return usernames.getOrDefault(userId, "user-" + userId);
  }
}
