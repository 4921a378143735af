package org.parley.chat.lobby;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.devices.Devices;
import org.parley.chat.identity.Person;
import org.parley.chat.protocol.RoomFrame;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.room.NewRoom;
import org.parley.chat.room.People;
import org.parley.chat.room.RoomChanges;
import org.parley.chat.room.RoomView;
import org.parley.chat.room.Rooms;

/**
 * What people do with rooms, and who hears of it. No transaction: each step is one, and what is
 * told follows its commit.
 */
@ApplicationScoped
public class Lobby {

  @Inject private Rooms rooms;
  @Inject private People people;
  @Inject private DirectRooms directRooms;
  @Inject private Broadcast broadcast;
  @Inject private Devices devices;

  /**
   * Makes a room, or finds the one of two people; see {@link Rooms#create} and {@link
   * DirectRooms#open}. My devices hear of a new one.
   */
  public RoomView create(NewRoom wanted, Person creator) {
    Long other = wanted.userId();
    if (wanted.isDirect() && other != null) {
      long roomId = directRooms.open(creator, other);
      return require(roomId, creator);
    }
    RoomView room = rooms.create(wanted, creator);
    devices.tell(creator.id(), new RoomNews.RoomAdded(room.id()));
    return room;
  }

  /** See {@link Rooms#require}. */
  public RoomView require(long roomId, Person person) {
    return rooms.require(roomId, person);
  }

  /** See {@link Rooms#joinedBy}. */
  public RoomView.Page joinedBy(Person person, long after, int limit) {
    return rooms.joinedBy(person, after, limit);
  }

  /** See {@link People#join}. My devices hear of it. */
  public RoomView join(long roomId, Person person) {
    People.Admission admission = people.join(roomId, person);
    if (admission.isNew()) {
      devices.tell(person.id(), new RoomNews.RoomAdded(roomId));
    }
    return admission.room();
  }

  /** See {@link Rooms#change}. Everybody in the room hears of it. */
  public RoomView change(long roomId, Person owner, RoomChanges changes) {
    rooms.change(roomId, owner, changes);
    RoomView room = rooms.require(roomId, owner);
    RoomNews news =
        new RoomNews.RoomChanged(room.id(), room.name(), room.topic(), room.description());
    broadcast.publish(roomId, RoomFrame.hint(news).toBytes());
    return room;
  }

  /** See {@link Rooms#mute}. My devices hear of it. */
  public RoomView mute(long roomId, Person person, boolean muted) {
    rooms.mute(roomId, person, muted);
    devices.tell(person.id(), new RoomNews.Muted(roomId, muted));
    return require(roomId, person);
  }
}
