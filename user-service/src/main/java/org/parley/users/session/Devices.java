package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told about where they are signed in. Every method is one transaction. */
@ApplicationScoped
@Transactional
public class Devices {

  private SessionStore store;
  private Clock clock;

  protected Devices() {
    // For CDI's proxy.
  }

  @Inject
  Devices(SessionStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A session as its person sees it.
   *
   * @param userAgent what the device called itself when it signed in; empty where it did not say
   * @param lastUsedAt when it last asked for an access token: less than the life of one ago while
   *     somebody uses it
   * @param current whether it is the one that asks
   */
  public record Device(
      long id, String userAgent, Instant createdAt, Instant lastUsedAt, boolean current) {}

  /**
   * A session as the person it belongs to is told everything about it.
   *
   * @param revokedAt when it was ended; absent while it was not
   */
  public record Exported(
      long id,
      String userAgent,
      Instant createdAt,
      Instant lastUsedAt,
      @Nullable Instant revokedAt) {}

  /**
   * A person's sessions that go on, the newest use first.
   *
   * @param currentId the one that asks
   */
  public List<Device> live(long userId, long currentId, int limit) {
    return store.findLive(userId, clock.instant().minus(Session.IDLE_LIMIT), limit).stream()
        .map(session -> session.toView(currentId))
        .toList();
  }

  /** A person's sessions after this one, in the order of their ids. */
  public List<Exported> export(long userId, long after, int limit) {
    return store.findOf(userId, after, limit).stream().map(Session::toExported).toList();
  }

  /** Forgets what they called themselves, and by what they went on. */
  public void forget(long userId) {
    store.forgetDevices(userId);
  }
}
