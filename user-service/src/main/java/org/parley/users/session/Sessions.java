package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
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

  /** How a refresh ended. */
  sealed interface Refreshed {}

  /** A session in use, and the secret that continues it next time. */
  record Opened(UserView user, long sessionId, RefreshSecret secret) implements Refreshed {}

  /** The secret is good no more, or never was. */
  record Stale() implements Refreshed {}

  /**
   * The secret had been used before, by its holder or by whoever has a copy: nobody can say which
   * of the two goes on, so the session was ended.
   */
  record Reused(long sessionId) implements Refreshed {}

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

  /**
   * The session goes on under a new secret, and the one given is used up. Of a session whose secret
   * comes back after its grace nothing goes on: it has ended when this returns.
   */
  Refreshed refresh(RefreshSecret secret) {
    Instant now = clock.instant();
    Optional<RefreshToken> found = store.find(secret);
    Optional<Session> reused =
        found.isEmpty()
            ? store.findByFamily(secret)
            : found.filter(token -> token.isUsedUp(now)).map(RefreshToken::session);
    if (reused.isPresent()) {
      return endReused(reused.get(), now);
    }
    return found
        .filter(token -> token.isGood(now))
        .flatMap(
            token ->
                accounts
                    .findUser(token.session().userId())
                    .map(user -> (Refreshed) rotate(token, secret, user, now)))
        .orElseGet(Stale::new);
  }

  /** Ends the session, for good. Unknown ids have ended already. */
  public void revoke(long sessionId) {
    store.find(sessionId).ifPresent(session -> session.revoke(clock.instant()));
  }

  /** Ends the session this secret belongs to, however old the secret is. */
  void revoke(RefreshSecret secret) {
    store
        .find(secret)
        .map(RefreshToken::session)
        .or(() -> store.findByFamily(secret))
        .ifPresent(session -> session.revoke(clock.instant()));
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

  /** A session for somebody who proved who they are. */
  Opened open(UserView user, @Nullable String userAgent) {
    Instant now = clock.instant();
    Session session = new Session(user.id(), userAgent, now);
    store.insert(session);
    return new Opened(user, session.id(), insert(session, RefreshSecret.random(), now));
  }

  private static Refreshed endReused(Session session, Instant now) {
    if (session.hasEnded(now)) {
      return new Stale();
    }
    session.revoke(now);
    return new Reused(session.id());
  }

  private Opened rotate(RefreshToken token, RefreshSecret secret, UserView user, Instant now) {
    token.use(now);
    Session session = token.session();
    // Those that come back are known by their family.
    store.deleteTokensUsedBefore(session, now.minus(RefreshToken.GRACE));
    return new Opened(user, session.id(), insert(session, secret.next(), now));
  }

  private RefreshSecret insert(Session session, RefreshSecret secret, Instant now) {
    session.continueWith(secret);
    store.insert(new RefreshToken(session, secret, now));
    return secret;
  }
}
