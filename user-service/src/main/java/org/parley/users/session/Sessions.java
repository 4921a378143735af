package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.users.account.Accounts;
import org.parley.users.account.NewAccount;
import org.parley.users.account.UserView;

/** Who is signed in where. Every method is one transaction. */
@ApplicationScoped
@Transactional
public class Sessions {

  /**
   * Used tokens are kept a day, so that one that turns up again is known as used rather than as
   * unknown.
   */
  private static final Duration KEEP_USED = Duration.ofDays(1);

  /** No session has this id. */
  private static final long NO_SESSION = 0;

  private Accounts accounts;
  private SessionStore store;
  private Clock clock;

  protected Sessions() {
    // For CDI's proxy.
  }

  @Inject
  Sessions(Accounts accounts, SessionStore store, Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.clock = clock;
  }

  /** A session in use, and the secret that continues it next time. */
  record Opened(UserView user, long sessionId, RefreshSecret secret) {}

  /**
   * A session that was ended.
   *
   * @param at by the clock of the instance that ended it, to the microsecond
   */
  public record Revoked(long sessionId, Instant at) {}

  /** A new person and their first session, or neither. */
  Opened register(NewAccount.Hashed accepted, @Nullable String userAgent) {
    return open(accounts.create(accepted), userAgent);
  }

  /** A session for somebody who proved who they are. */
  Opened open(UserView user, @Nullable String userAgent) {
    Instant now = clock.instant();
    Session session = new Session(user.id(), userAgent, now);
    store.insert(session);
    return new Opened(user, session.id(), newSecret(session, now));
  }

  /**
   * The session goes on under a new secret, and the one given is used up; empty when it is good no
   * more.
   */
  Optional<Opened> refresh(RefreshSecret secret) {
    Instant now = clock.instant();
    return store
        .find(secret)
        .filter(token -> token.isGood(now))
        .flatMap(
            token ->
                accounts.findUser(token.session().userId()).map(user -> rotate(token, user, now)));
  }

  /** Ends the session, for good. Unknown ids have ended already. */
  public void revoke(long sessionId) {
    store.find(sessionId).ifPresent(session -> session.revoke(clock.instant()));
  }

  /** Ends the session this secret belongs to, however old the secret is. */
  void revoke(RefreshSecret secret) {
    store.find(secret).ifPresent(token -> token.session().revoke(clock.instant()));
  }

  /** Ends every session of this person, for good. Returns how many. */
  public int revokeAll(long userId) {
    return store.revokeOf(userId, NO_SESSION, clock.instant());
  }

  /**
   * The sessions revoked after this one in the order of time and id, in that order. Their times
   * were taken before their commits, so a session may turn up behind others that were seen before.
   */
  public List<Revoked> revokedAfter(Instant at, long sessionId, int limit) {
    return store.findRevokedAfter(at, sessionId, limit);
  }

  private Opened rotate(RefreshToken token, UserView user, Instant now) {
    token.use(now);
    Session session = token.session();
    store.deleteTokensUsedBefore(session, now.minus(KEEP_USED));
    return new Opened(user, session.id(), newSecret(session, now));
  }

  private RefreshSecret newSecret(Session session, Instant now) {
    RefreshSecret secret = RefreshSecret.random();
    store.insert(new RefreshToken(session, secret, now));
    return secret;
  }
}
