package org.parley.chat.devices;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.socket.Connection;

/**
 * Who is on which sockets of this instance: those that speak a subprotocol, since others would not
 * understand. Thread-safe; what becomes of a person is done in {@link ConcurrentHashMap} functions
 * that run atomically per key.
 */
@ApplicationScoped
public class DeviceSockets {

  private final Map<Long, List<Connection>> byPerson = new ConcurrentHashMap<>();

  /** Somebody is on this socket; once more changes nothing. */
  public void add(Connection connection) {
    if (!connection.manyRooms()) {
      return;
    }
    personOn(connection)
        .forEach(
            userId ->
                byPerson.merge(
                    userId, List.of(connection), (known, one) -> with(known, connection)));
    if (connection.isGone()) {
      remove(connection); // gone comes before it is removed from here
    }
  }

  /** The socket was closed. */
  public void remove(Connection connection) {
    personOn(connection)
        .forEach(
            userId ->
                byPerson.computeIfPresent(userId, (same, known) -> without(known, connection)));
  }

  /** The person's sockets here, none when they are not. */
  List<Connection> of(long userId) {
    return byPerson.getOrDefault(userId, List.of());
  }

  private static Stream<Long> personOn(Connection connection) {
    return connection.token().map(AccessToken::person).map(person -> person.id()).stream();
  }

  private static List<Connection> with(List<Connection> known, Connection added) {
    return known.contains(added) ? known : Stream.concat(known.stream(), Stream.of(added)).toList();
  }

  private static @Nullable List<Connection> without(List<Connection> known, Connection removed) {
    List<Connection> left = known.stream().filter(one -> !one.equals(removed)).toList();
    return left.isEmpty() ? null : left;
  }
}
