package org.parley.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.devices.Devices;
import org.parley.chat.directory.UserDirectory;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.RoomNews;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Who is in rooms, and what they are called.
 *
 * <p>A membership that ended is told to every instance after its commit, best effort: an instance
 * that does not hear of it notices by the room's {@code members_version}.
 */
@ApplicationScoped
public class People {

  /**
   * Members of before names were noted, who did not come in since, that are looked through for one
   * answer: as many as user-service is asked for at once. Those with higher ids are not found until
   * then.
   */
  private static final int MAX_UNNAMED = 500;

  @Inject private PersonLimits limits;
  @Inject private UserDirectory directory;
  @Inject private Rooms rooms;
  @Inject private AdmissionStore store;
  @Inject private Broadcast broadcast;
  @Inject private Devices devices;

  /** User names by id, as far as they are known; see {@link #nameIn}. */
  public Map<Long, String> usernames(Collection<Long> userIds) {
    return directory.usernames(userIds);
  }

  /** The name, where it can be told without asking user-service; never blocks. */
  public Optional<String> knownUsername(long userId) {
    return directory.knownUsername(userId);
  }

  /**
   * Who is in the room, by user id; no transaction, because user-service is asked.
   *
   * @throws ProblemException {@code rate_limited}, and {@code not_found} for who may not see it
   */
  public MemberView.Page members(long roomId, Person reader, long after, int limit) {
    limits.requireDirectory(reader);
    List<RoomMember> members = rooms.members(roomId, reader, after, limit + 1);
    List<RoomMember> page = members.stream().limit(limit).toList();
    Map<Long, String> names = usernames(page.stream().map(RoomMember::userId).toList());
    return new MemberView.Page(
        page.stream().map(member -> member.toView(names)).toList(), members.size() > limit);
  }

  /**
   * Those in the room whose name begins so, regardless of case, by user id; for members only. No
   * transaction, because user-service is asked.
   *
   * @throws ProblemException {@code rate_limited}, {@code not_found}, {@code not_member}
   */
  public MemberView.Page membersCalled(
      long roomId, Person reader, String beginning, long after, int limit) {
    limits.requireDirectory(reader);
    String lower = beginning.toLowerCase(Locale.ROOT);
    Stream<MemberView> named =
        rooms.membersCalled(roomId, reader, lower, after, limit + 1).stream()
            .map(member -> member.toView(Map.of()));
    List<RoomMember> unnamed = rooms.unnamed(roomId, after, MAX_UNNAMED);
    Map<Long, String> names = usernames(unnamed.stream().map(RoomMember::userId).toList());
    List<MemberView> found =
        Stream.concat(named, unnamed.stream().map(member -> member.toView(names)))
            .filter(one -> one.username().toLowerCase(Locale.ROOT).startsWith(lower))
            .sorted(Comparator.comparingLong(MemberView::userId))
            .limit(limit + 1L)
            .toList();
    return new MemberView.Page(found.stream().limit(limit).toList(), found.size() > limit);
  }

  /**
   * A person's way into a room's live frames.
   *
   * @param membersVersion the version of the room's members that has them
   * @param isNew whether they became a member by this, which made that version of the one before
   */
  public record Admission(RoomView room, long membersVersion, boolean isNew) {}

  /**
   * Makes the person a member. Idempotent. A public room takes anybody, others only those who are
   * in already.
   *
   * @throws ProblemException {@code not_found}, {@code rate_limited}
   */
  public Admission join(long roomId, Person person) {
    limits.requireJoin(person);
    Admission found = admitted(roomId, person, true);
    // Who was a member and is removed just then joins as one who was none.
    return found.room().isMember() ? found : admitted(roomId, person, true);
  }

  /**
   * Lets in who is a member. Not limited: who comes back to a hundred rooms on five devices does
   * nothing wrong, and a socket's frames have a limit of their own.
   *
   * @throws ProblemException {@code not_member}, {@code not_found}
   */
  public Admission readmit(long roomId, Person person) {
    Admission found = admitted(roomId, person, false);
    if (!found.room().isMember()) {
      throw new ProblemException(ProblemType.NOT_MEMBER);
    }
    return found;
  }

  private Admission admitted(long roomId, Person person, boolean joins) {
    return store.admit(roomId, person, joins).orElseThrow(Rooms::notFound);
  }

  /**
   * Ends the person's own membership. Idempotent for a room they can see.
   *
   * @throws ProblemException {@code not_found}, {@code forbidden} for a direct room
   */
  public void leave(long roomId, Person person) {
    if (rooms.leave(roomId, person)) {
      membershipEnded(roomId, person.id());
    }
  }

  /**
   * Ends somebody's membership.
   *
   * @throws ProblemException {@code not_found} for a room or a member there is not, {@code
   *     not_member} and {@code forbidden} for who is no owner of the room, {@code conflict} when
   *     the other one is an owner
   */
  public void kick(long roomId, Person owner, long userId) {
    rooms.kick(roomId, owner, userId);
    membershipEnded(roomId, userId);
  }

  private void membershipEnded(long roomId, long userId) {
    devices.tell(userId, new RoomNews.RoomRemoved(roomId));
    broadcast.publish(roomId, RoomFrame.membership(userId).toBytes());
  }

  /** The name, or a stand-in that tells people apart while user-service is away. */
  public static String nameIn(Map<Long, String> usernames, long userId) {
    return usernames.getOrDefault(userId, "user-" + userId);
  }
}
