package org.parley.chat.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.chat.devices.Devices;
import org.parley.chat.identity.Person;
import org.parley.chat.limit.PersonLimits;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.room.RoomView;
import org.parley.chat.room.Rooms;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Invitations into rooms. Owners make, see and withdraw them. To whoever has a token that opens
 * nothing it is the same whether it ever did: unknown, expired, used up, withdrawn, or older than
 * their removal from a private room.
 */
@ApplicationScoped
class Invitations {

  private static final String OWNERS_ONLY = "Only an owner invites into a room.";

  @Inject private PersonLimits limits;
  @Inject private Rooms rooms;
  @Inject private InvitationStore store;
  @Inject private AcceptanceStore acceptances;
  @Inject private Devices devices;

  /**
   * Makes one.
   *
   * @throws ProblemException {@code not_found}, {@code not_member}, {@code forbidden}; {@code
   *     conflict} when the room has as many as it may; {@code rate_limited}, as for new rooms
   */
  InvitationView.Made make(long roomId, Person owner, NewInvitation wanted) {
    rooms.requireOwner(roomId, owner, OWNERS_ONLY);
    limits.requireCreateRoom(owner);
    InvitationToken token = InvitationToken.fresh();
    return store
        .add(roomId, owner.id(), token, wanted)
        .map(made -> InvitationView.Made.of(made, token))
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.CONFLICT,
                    "A room has at most %d invitations: withdraw one first."
                        .formatted(InvitationStore.MOST_OF_A_ROOM)));
  }

  /**
   * Those to a room, without their tokens.
   *
   * @throws ProblemException {@code not_found}, {@code not_member}, {@code forbidden}
   */
  InvitationView.All of(long roomId, Person owner) {
    rooms.requireOwner(roomId, owner, OWNERS_ONLY);
    return new InvitationView.All(store.of(roomId));
  }

  /**
   * Ends one.
   *
   * @throws ProblemException {@code not_found}, also for one there is not; {@code not_member},
   *     {@code forbidden}
   */
  void withdraw(long roomId, Person owner, long id) {
    rooms.requireOwner(roomId, owner, OWNERS_ONLY);
    if (!store.withdraw(roomId, id)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "The room has no such invitation.");
    }
  }

  /**
   * What it opens.
   *
   * @throws ProblemException {@code not_found}; {@code rate_limited}, as for joining
   */
  InvitationView.Offer look(InvitationToken token, Person person) {
    limits.requireJoin(person);
    return usable(token)
        .flatMap(one -> acceptances.look(one, person.id()))
        .orElseThrow(Invitations::opensNothing);
  }

  /**
   * Makes a member of whoever has it. Idempotent: it is not used up by those who are members. Their
   * devices hear of it.
   *
   * @throws ProblemException {@code not_found}; {@code rate_limited}, as for joining
   */
  RoomView accept(InvitationToken token, Person person) {
    limits.requireJoin(person);
    AcceptanceStore.Accepted accepted =
        usable(token)
            .flatMap(one -> acceptances.accept(one, person))
            .orElseThrow(Invitations::opensNothing);
    if (accepted.isNew()) {
      devices.tell(person.id(), new RoomNews.RoomAdded(accepted.roomId()));
    }
    return rooms.require(accepted.roomId(), person);
  }

  private static Optional<InvitationToken> usable(InvitationToken token) {
    return token.isTooLong() ? Optional.empty() : Optional.of(token);
  }

  private static ProblemException opensNothing() {
    return new ProblemException(ProblemType.NOT_FOUND, "This invitation is not valid any more.");
  }
}
