package org.parley.chat.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.parley.chat.cluster.Broadcast;
import org.parley.chat.directory.PeopleDeleted;
import org.parley.chat.protocol.RoomFrame;

/**
 * Takes people who deleted their account out of all rooms, and back their invitations. Every
 * instance does; one of them changes something. Other instances are told after the commit, best
 * effort, and notice by the room's {@code members_version} otherwise.
 */
@ApplicationScoped
class DeletedPeople {

  private MembershipStore memberships;
  private Broadcast broadcast;

  DeletedPeople() {} // for the container's proxy

  @Inject
  DeletedPeople(MembershipStore memberships, Broadcast broadcast) {
    this.memberships = memberships;
    this.broadcast = broadcast;
  }

  /** A room that somebody holds does not keep them in the others; it is tried again. */
  void remove(@Observes PeopleDeleted gone) {
    memberships.forget(gone.userIds());
    IllegalStateException failed = null;
    for (MembershipStore.Membership one : memberships.of(gone.userIds())) {
      try {
        if (memberships.remove(one)) {
          broadcast.publish(one.roomId(), RoomFrame.membership(one.userId()).toBytes());
        }
      } catch (IllegalStateException e) {
        failed = e;
      }
    }
    throwIfAny(failed);
  }

  private static void throwIfAny(@Nullable IllegalStateException failed) {
    if (failed != null) {
      throw failed;
    }
  }
}
