package org.parley.system.access;

/** What kind of room an operation is tried in. */
enum Door {
  /** It is about no room. */
  NONE,
  PUBLIC,
  /** For those who are not in it, it does not exist. */
  PRIVATE,
  /** Of the owner and the member alone; nobody owns it, and for others it does not exist. */
  DIRECT
}
