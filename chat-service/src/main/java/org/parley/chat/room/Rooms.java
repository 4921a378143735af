package org.parley.chat.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.reading.ReadCount;
import org.parley.chat.reading.UnreadStore;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.Text;

/**
 * What people do with rooms. Every method is one transaction. A private room does not exist for
 * those who are not in it: they are told {@code not_found}, as for a room that never was.
 */
@ApplicationScoped
@Transactional
public class Rooms {

  @Inject private PersonLimits limits;
  @Inject private RoomStore store;
  @Inject private UnreadStore unread;

  /**
   * Creates a room of any number of people; its creator is its owner and first member.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public RoomView create(NewRoom wanted, Person creator) {
    limits.requireCreateRoom(creator);
    Room room = new Room(wanted, creator.id());
    store.add(room);
    RoomMember owner = new RoomMember(room.id(), creator, RoomMember.OWNER);
    store.add(owner);
    return room.toView(owner);
  }

  /** The room as the person sees it. */
  public RoomView require(long roomId, Person person) {
    RoomView view = requireVisible(roomId, person).toView();
    return counted(person, List.of(view)).getFirst();
  }

  /** Whether the person is in the room, which must be one that they can see. */
  public boolean isMember(long roomId, Person person) {
    return requireVisible(roomId, person).mine() != null;
  }

  /**
   * The room's newest change, 0 when there is none; for code that has established that its caller
   * may know.
   */
  public long head(long roomId) {
    return store.head(roomId).orElseThrow(Rooms::notFound);
  }

  /**
   * Rooms the person may see, by part of their name; one more than {@code limit} tells that there
   * are more.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public RoomView.Page search(Person person, String text, long after, int limit) {
    limits.requireDirectory(person);
    if (!Text.isStorable(text)) {
      throw ProblemException.invalid("query", "The query has characters no room's name can have.");
    }
    return page(person, store.visible(person.id(), text, after, limit + 1), limit);
  }

  /** Rooms the person is in. */
  public RoomView.Page joinedBy(Person person, long after, int limit) {
    return page(person, store.joined(person.id(), after, limit + 1), limit);
  }

  /**
   * Those of some people who are members.
   *
   * @param version the version of the room's members that was read
   */
  public record Members(long version, Set<Long> userIds) {}

  /** Those of these people who are members, in a version that is not newer than they are. */
  public Members membersAmong(long roomId, Set<Long> people) {
    long version = store.membersVersion(roomId).orElse(0L);
    return new Members(version, store.membersAmong(roomId, people));
  }

  /**
   * Ends the person's membership. Idempotent for a room they can see. Instances hear of it through
   * {@link People} only. Returns whether there was one.
   */
  boolean leave(long roomId, Person person) {
    requireVisible(roomId, person);
    Room room = store.lock(roomId).orElseThrow(Rooms::notFound);
    room.requireNotDirect();
    Optional<RoomMember> member = store.findMember(roomId, person.id());
    member.ifPresent(ended -> end(room, ended));
    return member.isPresent();
  }

  /** Ends somebody else's membership, as an owner may; see {@link People#kick}. */
  void kick(long roomId, Person owner, long userId) {
    Room room = lockAsOwner(roomId, owner, "Only an owner removes members.");
    RoomMember member =
        store
            .findMember(roomId, userId)
            .orElseThrow(
                () -> new ProblemException(ProblemType.NOT_FOUND, "There is no such member."));
    if (member.isOwner()) {
      throw new ProblemException(ProblemType.CONFLICT, "An owner cannot be removed.");
    }
    store.noteRemoval(member);
    end(room, member);
  }

  /**
   * Changes what a room is called and what it is about, as an owner may. The room's lock goes with
   * the change: what came of it is for the caller to look at.
   *
   * @throws ProblemException {@code rate_limited}, {@code not_found}, {@code not_member}, {@code
   *     forbidden}
   */
  public void change(long roomId, Person owner, RoomChanges changes) {
    limits.requireRoomChange(owner);
    lockAsOwner(roomId, owner, "Only an owner changes a room.").change(changes);
  }

  /**
   * Has the room disturb this person no more, or again. Nobody else's business, so the room is not
   * locked.
   *
   * @throws ProblemException {@code rate_limited}, {@code not_found}, {@code not_member}
   */
  public void mute(long roomId, Person person, boolean muted) {
    limits.requireRoomChange(person);
    if (!store.mute(roomId, person.id(), muted)) {
      requireVisible(roomId, person);
      throw new ProblemException(ProblemType.NOT_MEMBER);
    }
  }

  /**
   * Whether this person is an owner of the room, which is not a direct one.
   *
   * @throws ProblemException {@code not_found}, {@code not_member}, {@code forbidden} when not
   */
  public void requireOwner(long roomId, Person person, String otherwise) {
    RoomStore.Found found = requireVisible(roomId, person);
    found.room().requireNotDirect();
    if (!requireMember(found).isOwner()) {
      throw new ProblemException(ProblemType.FORBIDDEN, otherwise);
    }
  }

  private Room lockAsOwner(long roomId, Person owner, String otherwise) {
    requireVisible(roomId, owner);
    Room room = store.lock(roomId).orElseThrow(Rooms::notFound);
    requireOwner(roomId, owner, otherwise);
    return room;
  }

  private static RoomMember requireMember(RoomStore.Found found) {
    RoomMember mine = found.mine();
    if (mine == null) {
      throw new ProblemException(ProblemType.NOT_MEMBER);
    }
    return mine;
  }

  private void end(Room room, RoomMember member) {
    store.remove(member);
    room.membersChanged();
  }

  /** Who is in the room, without names. */
  List<RoomMember> members(long roomId, Person person, long after, int limit) {
    requireVisible(roomId, person);
    return store.members(roomId, after, limit);
  }

  /** Those whose noted name begins so, in lower case; for members only. */
  List<RoomMember> membersCalled(
      long roomId, Person member, String beginning, long after, int limit) {
    requireMember(requireVisible(roomId, member));
    return Text.isStorable(beginning)
        ? store.membersCalled(roomId, beginning, after, limit)
        : List.of();
  }

  /** Those whose name is not noted; for code that has established that its caller may know. */
  List<RoomMember> unnamed(long roomId, long after, int limit) {
    return store.unnamed(roomId, after, limit);
  }

  private RoomStore.Found requireVisible(long roomId, Person person) {
    return store
        .find(roomId, person.id())
        .filter(found -> found.room().isPublic() || found.mine() != null)
        .orElseThrow(Rooms::notFound);
  }

  private RoomView.Page page(Person person, List<RoomStore.Found> found, int limit) {
    List<RoomView> views = found.stream().limit(limit).map(RoomStore.Found::toView).toList();
    return new RoomView.Page(counted(person, views), found.size() > limit);
  }

  /**
   * With what the person has not read of them: one query more, where there is any, which also says
   * as of which message it counted.
   */
  private List<RoomView> counted(Person person, List<RoomView> views) {
    List<Long> withNews = views.stream().filter(RoomView::hasNews).map(RoomView::id).toList();
    Map<Long, ReadCount> counts = unread.unread(person.id(), withNews);
    return views.stream()
        .map(view -> counts.containsKey(view.id()) ? view.as(counts.get(view.id())) : view)
        .toList();
  }

  static ProblemException notFound() {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no such room.");
  }
}
