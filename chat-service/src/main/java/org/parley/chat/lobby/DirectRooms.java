package org.parley.chat.lobby;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.chat.devices.Devices;
import org.parley.chat.directory.UserDirectory;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.protocol.RoomNews;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * The one room of two people. Both are members for good, nobody owns it; whoever of them asks first
 * makes it, however many ask at once.
 */
@ApplicationScoped
class DirectRooms {

  @Inject private DirectRoomStore store;
  @Inject private UserDirectory directory;
  @Inject private PersonLimits limits;
  @Inject private Devices devices;

  /**
   * The room of these two. Both hear of a new one. One that is there already is found whoever the
   * other one is by now, and counts towards no limit.
   *
   * @throws ProblemException {@code validation_failed} for oneself, {@code not_found} for who is
   *     nobody, or is gone; {@code unavailable} when that cannot be known; {@code rate_limited}
   */
  long open(Person person, long otherId) {
    if (otherId == person.id()) {
      throw ProblemException.invalid("user_id", "A direct room is with somebody else.");
    }
    Optional<Long> known = store.find(person.id(), otherId);
    if (known.isPresent()) {
      return known.get();
    }
    limits.requireCreateRoom(person);
    DirectRoomStore.Opened room = store.open(person, somebody(otherId));
    if (room.isNew()) {
      RoomNews news = new RoomNews.RoomAdded(room.id());
      devices.tell(person.id(), news);
      devices.tell(otherId, news);
    }
    return room.id();
  }

  private Person somebody(long userId) {
    // Below 1 user-service takes it for a mistake of ours.
    return Optional.of(userId)
        .filter(id -> id >= 1)
        .flatMap(directory::findUsername)
        .map(username -> new Person(userId, username))
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_FOUND, "There is nobody with this id."));
  }
}
