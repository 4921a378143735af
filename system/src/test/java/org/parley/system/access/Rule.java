package org.parley.system.access;

import static org.parley.contract.ProblemType.FORBIDDEN;
import static org.parley.contract.ProblemType.INVALID_REFRESH_TOKEN;
import static org.parley.contract.ProblemType.NOT_FOUND;
import static org.parley.contract.ProblemType.NOT_IN_ROOM;
import static org.parley.contract.ProblemType.NOT_MEMBER;
import static org.parley.contract.ProblemType.UNAUTHORIZED;

import org.parley.contract.ProblemType;

/**
 * Who may. Each rule says what callers with a good token are answered; those without one are
 * refused by all rules but {@link #ANYBODY} and {@link #REFRESH_TOKEN_HOLDERS}.
 */
enum Rule {
  /** Also who is not signed in. A token that is not needed is not looked at. */
  ANYBODY,
  SIGNED_IN,
  /** No access token is enough. */
  REFRESH_TOKEN_HOLDERS,
  /** Parley's own services, by a credential no person has. */
  SERVICES,
  /** Admins, who may see no more of rooms than others. */
  ADMINS,
  /** Nobody: it is somebody else's. */
  SOMEBODY_ELSE,
  /** Whoever may see the room. */
  SEES,
  /** Whoever may see the room, unless it is a direct one. */
  SEES_AND_MAY_GO,
  /** Members; to others a private room does not exist. */
  INSIDE,
  /** Members; to others it is the same whether the room exists. */
  MEMBERS,
  /** Members on a socket that is in the room; to others it is the same whether the room exists. */
  IN_THE_ROOM,
  AUTHOR,
  AUTHOR_OR_OWNER,
  /** The owner, whom a direct room has not; to others a private room does not exist. */
  OWNER;

  /** Said of an answer that is no refusal. */
  static final String YES = "yes";

  String answer(Caller caller, Door door) {
    if (this == REFRESH_TOKEN_HOLDERS) {
      return INVALID_REFRESH_TOKEN.code();
    }
    boolean goodToken =
        caller != Caller.NOBODY && caller != Caller.EXPIRED && caller != Caller.ENDED;
    if (!goodToken || this == SERVICES) {
      return this == ANYBODY ? YES : UNAUTHORIZED.code();
    }
    ProblemType refusal = refusal(caller, door);
    return refusal == null ? YES : refusal.code();
  }

  private ProblemType refusal(Caller caller, Door door) {
    ProblemType unseen = door == Door.PUBLIC ? NOT_MEMBER : NOT_FOUND;
    ProblemType unlessOwner = caller == Caller.OWNER && door != Door.DIRECT ? null : FORBIDDEN;
    boolean outside = caller == Caller.OUTSIDER || caller == Caller.ADMIN;
    return switch (this) {
      case ANYBODY, SIGNED_IN -> null;
      case REFRESH_TOKEN_HOLDERS -> INVALID_REFRESH_TOKEN;
      case SERVICES -> UNAUTHORIZED;
      case ADMINS -> caller == Caller.ADMIN ? null : FORBIDDEN;
      case SOMEBODY_ELSE -> FORBIDDEN;
      case SEES -> outside && door != Door.PUBLIC ? NOT_FOUND : null;
      case SEES_AND_MAY_GO ->
          outside && door != Door.PUBLIC ? NOT_FOUND : door == Door.DIRECT ? FORBIDDEN : null;
      case INSIDE -> outside ? unseen : null;
      case MEMBERS -> outside ? NOT_MEMBER : null;
      case IN_THE_ROOM -> outside ? NOT_IN_ROOM : null;
      case AUTHOR_OR_OWNER -> outside ? NOT_MEMBER : caller == Caller.MEMBER ? null : unlessOwner;
      case AUTHOR -> outside ? NOT_MEMBER : caller == Caller.MEMBER ? null : FORBIDDEN;
      case OWNER -> outside ? unseen : unlessOwner;
    };
  }
}
