package org.parley.chat.limit;

/** What is limited here: the labels of {@code rate_limited_total}. */
enum Limit {
  SEND,
  JOIN,
  READ,
  CREATE_ROOM,
  FRAMES,
  HISTORY,
  DIRECTORY,
  EXPORT,
  SOCKETS_PER_ADDRESS,
  SOCKETS_PER_PERSON,
  UNAUTHENTICATED_PER_ADDRESS
}
