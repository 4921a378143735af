package org.parley.chat.invitation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.chat.room.RoomView;

/**
 * An invitation as owners of its room see it.
 *
 * @param maxUses how many people it lets in, absent for any number
 * @param uses how many came in by it
 * @param createdBy the user id of whoever made it
 */
public record InvitationView(
    long id,
    Instant expiresAt,
    @Nullable Integer maxUses,
    int uses,
    long createdBy,
    Instant createdAt) {

  /** Those to a room that are good, or were lately; the newest first. */
  public record All(List<InvitationView> invitations) {}

  /**
   * One that was just made: the only time its token is shown.
   *
   * @param path where the browser client takes it, behind the public address
   */
  public record Made(
      long id,
      String token,
      String path,
      Instant expiresAt,
      @Nullable Integer maxUses,
      int uses,
      long createdBy,
      Instant createdAt) {

    /** The token is in the fragment, which browsers send to nobody. */
    private static final String PATH = "/#/invitations/";

    static Made of(InvitationView made, InvitationToken token) {
      return new Made(
          made.id,
          token.text(),
          PATH + token.text(),
          made.expiresAt,
          made.maxUses,
          made.uses,
          made.createdBy,
          made.createdAt);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "Made[id=" + id + ", token=…]";
    }
  }

  /**
   * What somebody who has a token is shown before they come in.
   *
   * @param isMember whether they are in the room already
   */
  public record Offer(
      OfferedRoom room, Instant expiresAt, @JsonProperty("is_member") boolean isMember) {}

  /** A room as somebody who is invited sees it; see {@link RoomView}. */
  public record OfferedRoom(
      long id, String name, String description, String type, long memberCount) {}
}
