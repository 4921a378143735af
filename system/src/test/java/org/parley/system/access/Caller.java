package org.parley.system.access;

/** Everybody who may try something: the columns of the table. */
enum Caller {
  /** Nobody signed in. */
  NOBODY("no token"),
  /** The room's owner, with a token of theirs that expired ten minutes ago. */
  EXPIRED("expired token"),
  /** The room's owner, with the token of a session that was ended. */
  ENDED("ended session"),
  /** Somebody signed in who is not in the room. */
  OUTSIDER("not a member"),
  /** Somebody in the room; the message is theirs. */
  MEMBER("member"),
  /** Whoever created the room. */
  OWNER("owner"),
  /** An admin, who is in no room. */
  ADMIN("admin");

  private final String title;

  Caller(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
