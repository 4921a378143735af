package org.parley.chat.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.chat.identity.Person;
import org.parley.chat.socket.Connection;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.LimitCounts;
import org.parley.contract.limit.TrustedProxies;

/**
 * How many sockets, and streams over gRPC, an address and a person have at a time on this instance,
 * and how fast each socket may send frames. Bounded by what is open: what is counted is forgotten
 * with its last socket. Thread-safe.
 */
@ApplicationScoped
public class SocketLimits {

  /** Sockets end when they do; by then a device that was left behind is noticed to be gone. */
  private static final Duration RETRY = Duration.ofSeconds(10);

  /** Which sockets are counted for whom. */
  private static final class Place {
    final ClientAddress address;
    long personId;
    boolean known;

    Place(ClientAddress address) {
      this.address = address;
    }
  }

  /** How many each has. */
  private static final class Tally<K> {
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    boolean isFull(K key, int most) {
      return counts.getOrDefault(key, 0) >= most;
    }

    /** Returns false when there are so many already. */
    boolean add(K key, int most) {
      boolean[] added = new boolean[1];
      counts.compute(
          key,
          (same, count) -> {
            int before = count == null ? 0 : count;
            added[0] = before < most;
            return added[0] ? before + 1 : before;
          });
      return added[0];
    }

    void remove(K key) {
      counts.computeIfPresent(key, (same, count) -> count > 1 ? count - 1 : null);
    }
  }

  private final Tally<ClientAddress> addresses = new Tally<>();
  private final Tally<ClientAddress> strangers = new Tally<>();
  private final Tally<Long> people = new Tally<>();
  private final Map<Connection, Place> places = new ConcurrentHashMap<>();

  private LimitSettings settings;
  private LimitCounts<Limit> counts;

  protected SocketLimits() {} // for the container's proxy

  @Inject
  SocketLimits(LimitSettings settings, LimitCounts<Limit> counts) {
    this.settings = settings;
    this.counts = counts;
  }

  /** Who may say from where a socket comes. */
  public TrustedProxies proxies() {
    return settings.proxies();
  }

  /** A new socket's pace; empty when there is none. */
  public Optional<FramePace> pace() {
    return settings.on()
        ? Optional.of(new FramePace(settings.rates().frames(), System::nanoTime))
        : Optional.empty();
  }

  /** A frame was refused because it came too early. */
  public void refusedFrame() {
    counts.refused(Limit.FRAMES);
  }

  /**
   * Before a handshake: whether the address may have one more.
   *
   * @throws ProblemException {@code rate_limited}
   */
  public void requireFree(ClientAddress address) {
    if (!settings.on()) {
      return;
    }
    if (addresses.isFull(address, settings.sockets().perAddress())) {
      throw refused(Limit.SOCKETS_PER_ADDRESS, "There are too many sockets from here.");
    }
    if (strangers.isFull(address, settings.sockets().strangers())) {
      throw refused(
          Limit.UNAUTHENTICATED_PER_ADDRESS,
          "There are too many sockets from here on which nobody signs in.");
    }
  }

  /**
   * The socket is open. Of those that asked at once some may be too many now.
   *
   * @throws ProblemException {@code rate_limited}: it has no place and should end
   */
  public void enter(Connection connection, ClientAddress address) {
    if (!settings.on()) {
      return;
    }
    if (!addresses.add(address, settings.sockets().perAddress())) {
      throw refused(Limit.SOCKETS_PER_ADDRESS, "There are too many sockets from here.");
    }
    if (!strangers.add(address, settings.sockets().strangers())) {
      addresses.remove(address);
      throw refused(
          Limit.UNAUTHENTICATED_PER_ADDRESS,
          "There are too many sockets from here on which nobody signs in.");
    }
    keep(connection, new Place(address));
  }

  /**
   * A stream is open, which counts as a socket does and has somebody on it from the beginning. A
   * person's streams are counted without limits too: a replay holds a thread at the reader's pace.
   *
   * @throws ProblemException {@code rate_limited}: it has no place and should end
   */
  public void enter(Connection connection, ClientAddress address, Person person) {
    if (settings.on() && !addresses.add(address, settings.sockets().perAddress())) {
      throw refused(Limit.SOCKETS_PER_ADDRESS, "There are too many sockets from here.");
    }
    if (!people.add(person.id(), settings.sockets().perPerson())) {
      addresses.remove(address);
      throw refused(Limit.SOCKETS_PER_PERSON, "You have too many sockets.");
    }
    Place place = new Place(address);
    place.personId = person.id();
    place.known = true;
    keep(connection, place);
  }

  /**
   * Somebody is on the socket; once more is no more.
   *
   * @throws ProblemException {@code rate_limited} when they are on too many
   */
  public void identify(Connection connection, Person person) {
    Place place = places.get(connection);
    if (place == null) {
      return;
    }
    synchronized (place) {
      if (place.known || !places.containsKey(connection)) {
        return;
      }
      if (!people.add(person.id(), settings.sockets().perPerson())) {
        throw refused(Limit.SOCKETS_PER_PERSON, "You have too many sockets.");
      }
      place.known = true;
      place.personId = person.id();
    }
    strangers.remove(place.address);
  }

  private void keep(Connection connection, Place place) {
    places.put(connection, place);
    if (connection.isGone()) {
      leave(connection); // it was closed while it opened; whoever closed it found no place
    }
  }

  /** The socket was closed. */
  public void leave(Connection connection) {
    Place place = places.remove(connection);
    if (place == null) {
      return;
    }
    addresses.remove(place.address);
    synchronized (place) {
      if (place.known) {
        people.remove(place.personId);
      } else {
        strangers.remove(place.address);
      }
    }
  }

  /** Whether nobody is counted. */
  boolean isEmpty() {
    return places.isEmpty()
        && addresses.counts.isEmpty()
        && strangers.counts.isEmpty()
        && people.counts.isEmpty();
  }

  private ProblemException refused(Limit limit, String sentence) {
    counts.refused(limit);
    return ProblemException.rateLimited(sentence, RETRY);
  }
}
