package org.parley.chat.cluster;

import java.nio.charset.StandardCharsets;

/** Somebody in a room. */
public record Presence(long roomId, long userId, String username) {

  /** Room and person, as part of a name in Redis. */
  String key() {
    return roomId + ":" + userId;
  }

  static Presence of(String key, byte[] username) {
    int colon = key.indexOf(':');
    return new Presence(
        Long.parseLong(key, 0, colon, 10),
        Long.parseLong(key, colon + 1, key.length(), 10),
        new String(username, StandardCharsets.UTF_8));
  }
}
