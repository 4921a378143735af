package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.parley.contract.ProblemException;
import org.parley.users.account.Accounts;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.limit.SignInLimits;

/**
 * How sessions go on: docs/decisions/0027. Every method is one transaction, with what the audit log
 * says of it.
 */
@ApplicationScoped
@Transactional
public class RefreshTokens {

  /** By then a browser that asked so often has the newest in its cookie. */
  private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

  private Accounts accounts;
  private RefreshTokenStore store;
  private SignInLimits limits;
  private Audit audit;
  private Clock clock;

  protected RefreshTokens() {
    // For CDI's proxy.
  }

  @Inject
  RefreshTokens(
      Accounts accounts, RefreshTokenStore store, SignInLimits limits, Audit audit, Clock clock) {
    this.accounts = accounts;
    this.store = store;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /** How a refresh ended. */
  public sealed interface Refreshed permits Sessions.Opened, Stale, Reused {}

  /** The secret is good no more, or never was. */
  public record Stale() implements Refreshed {}

  /**
   * The secret had been used before, by its holder or by whoever has a copy: nobody can say which
   * of the two goes on, so the session was ended.
   */
  public record Reused(long sessionId) implements Refreshed {}

  /**
   * The session goes on under a new secret, and the one given is used up. When it is used for the
   * first time, so are all others the session has: two who both went on with a copy are two no
   * longer. Of a session whose secret comes back after its grace nothing goes on: it has ended when
   * this returns.
   *
   * @throws ProblemException {@code rate_limited} when too many came of the secret within its
   *     grace, or of the session
   */
  public Refreshed refresh(RefreshSecret secret) {
    Instant now = clock.instant();
    Optional<RefreshToken> found = store.find(secret);
    Optional<Session> reused =
        found.isEmpty()
            ? store.findSession(secret)
            : found.filter(token -> token.isUsedUp(now)).map(RefreshToken::session);
    if (reused.isPresent()) {
      return endReused(reused.get(), now);
    }
    return found
        .filter(token -> token.isGood(now))
        .flatMap(
            token ->
                accounts
                    .findActive(token.session().userId())
                    .map(user -> (Refreshed) rotate(token, secret, user, now)))
        .orElseGet(Stale::new);
  }

  /** Deletes some that nobody can use any more; how many. */
  int deleteExpired(int most) {
    return store.deleteExpired(clock.instant(), most);
  }

  private Refreshed endReused(Session session, Instant now) {
    if (session.hasEnded(now)) {
      return new Stale();
    }
    session.revoke(now);
    // Whoever showed it did not prove who they are.
    audit.record(
        new AuditEvent(AuditKind.REFRESH_TOKEN_REUSED, 0, session.userId(), session.id(), 1));
    return new Reused(session.id());
  }

  private Sessions.Opened rotate(
      RefreshToken token, RefreshSecret secret, UserView user, Instant now) {
    Session session = token.session();
    if (!token.mayHaveAnother()) {
      throw ProblemException.rateLimited(
          "This refresh token was used too often within moments: use the newest.", AGAIN_AFTER);
    }
    limits.requireSession(session.id());
    if (token.isUnused()) {
      // Of the branches that began within a grace one goes on; whoever is on another is found out.
      store.supersedeOthers(session, secret);
    }
    token.use(now);
    // Those that come back are known by their family.
    store.deleteUsedBefore(session, now.minus(RefreshToken.GRACE));
    return new Sessions.Opened(user, session.id(), store.insert(session, secret.next(), now));
  }
}
