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
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.account.Accounts;
import org.parley.users.account.Login;
import org.parley.users.account.NewAccount;
import org.parley.users.account.PasswordChange;
import org.parley.users.account.UserView;
import org.parley.users.audit.Audit;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.status.AccountStatuses;

/** Who is signed in where. Every method is one transaction, with what the audit log says of it. */
@ApplicationScoped
@Transactional
public class Sessions {

  /** So long a session lives on while nobody uses it. */
  public static final Duration IDLE_LIMIT = Session.IDLE_LIMIT;

  /**
   * So long after its last use a session is told to its person, and that it ended to services:
   * three times as long as it lives on unused.
   */
  private static final Duration KEPT = Duration.ofDays(90);

  /** No session has this id. */
  private static final long NO_SESSION = 0;

  private Accounts accounts;
  private AccountStatuses statuses;
  private SessionStore store;
  private RefreshTokenStore tokens;
  private Audit audit;
  private Clock clock;

  protected Sessions() {
    // For CDI's proxy.
  }

  @Inject
  Sessions(
      Accounts accounts,
      AccountStatuses statuses,
      SessionStore store,
      RefreshTokenStore tokens,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.statuses = statuses;
    this.store = store;
    this.tokens = tokens;
    this.audit = audit;
    this.clock = clock;
  }

  /** A session in use, and the secret that continues it next time. */
  public record Opened(UserView user, long sessionId, RefreshSecret secret)
      implements RefreshTokens.Refreshed {}

  /**
   * A session that was ended.
   *
   * @param at by the clock of the instance that ended it, to the microsecond
   */
  public record Revoked(long sessionId, Instant at) {}

  /** A new person and their first session, or neither. */
  public Opened register(NewAccount.Hashed accepted, @Nullable String userAgent) {
    return open(accounts.create(accepted), userAgent, AuditKind.REGISTERED);
  }

  /**
   * A session for somebody who proved who they are, unless they changed their password since;
   * {@code account_deactivated} for whoever was deactivated since.
   */
  public Opened open(Login.Proof proof, @Nullable String userAgent) {
    UserView user = accounts.confirm(proof);
    statuses.holdActive(user.id());
    return open(user, userAgent, AuditKind.SIGNED_IN);
  }

  /**
   * Another password: the person's other sessions end, and this one goes on under a secret that has
   * nothing in common with those before.
   */
  public Opened changePassword(PasswordChange.Hashed change, long sessionId) {
    Instant now = clock.instant();
    UserView user = accounts.change(change);
    store.revokeOf(user.id(), sessionId, now);
    Session session = findOwn(user.id(), sessionId, now).orElseThrow(Sessions::ended);
    session.use(now);
    tokens.deleteAll(session);
    record(AuditKind.PASSWORD_CHANGED, session);
    return new Opened(user, sessionId, tokens.insert(session, RefreshSecret.random(), now));
  }

  /**
   * Throws {@code unauthorized} when this session of this person has ended. One look-up by primary
   * key.
   */
  public void requireLive(long userId, long sessionId) {
    if (!store.isLive(userId, sessionId, clock.instant().minus(IDLE_LIMIT))) {
      throw ended();
    }
  }

  /** Ends a session of this person, for good; whether there was one of theirs to end. */
  public boolean revoke(long userId, long sessionId) {
    Instant now = clock.instant();
    Optional<Session> own = findOwn(userId, sessionId, now);
    own.ifPresent(session -> end(session, AuditKind.SESSION_REVOKED, now));
    return own.isPresent();
  }

  /** Ends the session, for good. Unknown ids have ended already. */
  public void revoke(long sessionId) {
    store.find(sessionId).ifPresent(this::signOut);
  }

  /** Ends the session this secret belongs to, however old the secret is. */
  public void revoke(RefreshSecret secret) {
    tokens
        .find(secret)
        .map(RefreshToken::session)
        .or(() -> tokens.findSession(secret))
        .ifPresent(this::signOut);
  }

  /**
   * Ends every session of this person, for good; how many. Whoever asks for it says so to the audit
   * log.
   */
  public int revokeAll(long userId) {
    return store.revokeOf(userId, NO_SESSION, clock.instant());
  }

  /** Ends every session of who asks, for good, the one they ask in only if it is not kept. */
  public void revokeOwn(long userId, long currentId, boolean keepCurrent) {
    // Nothing is written down of what changed nothing: the log would be anybody's to fill.
    if (store.revokeOf(userId, keepCurrent ? currentId : NO_SESSION, clock.instant()) > 0) {
      audit.record(AuditEvent.own(AuditKind.ALL_SESSIONS_REVOKED, userId, currentId));
    }
  }

  /**
   * The sessions revoked after this one in the order of time and id, in that order. Their times
   * were taken before their commits, so a session may turn up behind others that were seen before.
   */
  public List<Revoked> revokedAfter(Instant at, long sessionId, int limit) {
    return store.findRevokedAfter(at, sessionId, limit);
  }

  /** Deletes some that ended long ago; how many. */
  int deleteDead(int most) {
    return store.deleteUnusedFor(KEPT, clock.instant(), most);
  }

  private Opened open(UserView user, @Nullable String userAgent, AuditKind kind) {
    Instant now = clock.instant();
    Session session = new Session(user.id(), userAgent, now);
    store.insert(session);
    record(kind, session);
    return new Opened(user, session.id(), tokens.insert(session, RefreshSecret.random(), now));
  }

  private void signOut(Session session) {
    Instant now = clock.instant();
    if (!session.hasEnded(now)) {
      end(session, AuditKind.SIGNED_OUT, now);
    }
  }

  private void end(Session session, AuditKind kind, Instant now) {
    session.revoke(now);
    record(kind, session);
  }

  private void record(AuditKind kind, Session session) {
    audit.record(AuditEvent.own(kind, session.userId(), session.id()));
  }

  private Optional<Session> findOwn(long userId, long sessionId, Instant now) {
    return store
        .find(sessionId)
        .filter(session -> session.userId() == userId && !session.hasEnded(now));
  }

  private static ProblemException ended() {
    return new ProblemException(ProblemType.UNAUTHORIZED, "The session has ended; sign in again.");
  }
}
