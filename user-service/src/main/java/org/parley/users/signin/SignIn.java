package org.parley.users.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.users.account.Login;
import org.parley.users.account.NewAccount;
import org.parley.users.account.PasswordChange;
import org.parley.users.account.Passwords;
import org.parley.users.account.UserView;
import org.parley.users.limit.SignInLimits;
import org.parley.users.session.RefreshSecret;
import org.parley.users.session.RefreshTokens;
import org.parley.users.session.Sessions;
import org.parley.users.token.AccessTokens;
import org.parley.users.token.Caller;

/**
 * The story of signing in: check the password, open a session (one transaction), sign a token.
 * Hashing comes before the transaction and signing after it.
 */
@ApplicationScoped
public class SignIn {

  private Passwords passwords;
  private Sessions sessions;
  private RefreshTokens refreshTokens;
  private AccessTokens tokens;
  private AuthRequests requests;
  private SignInLimits limits;

  protected SignIn() {
    // For CDI's proxy.
  }

  @Inject
  SignIn(
      Passwords passwords,
      Sessions sessions,
      RefreshTokens refreshTokens,
      AccessTokens tokens,
      AuthRequests requests,
      SignInLimits limits) {
    this.passwords = passwords;
    this.sessions = sessions;
    this.refreshTokens = refreshTokens;
    this.tokens = tokens;
    this.requests = requests;
    this.limits = limits;
  }

  /**
   * The answer to register, login and refresh.
   *
   * @param expiresIn seconds the token is good for
   * @param refreshToken for API clients that asked for it; null, and so absent, where the cookie
   *     holds it
   */
  public record SignedIn(
      UserView user, String token, long expiresIn, @Nullable String refreshToken) {

    SignedIn withoutRefreshToken() {
      return new SignedIn(user, token, expiresIn, null);
    }

    /** Never the secrets: records end up in logs. */
    @Override
    public String toString() {
      return "SignedIn[user=" + user.id() + "]";
    }
  }

  /**
   * A new account and its first session.
   *
   * @param userAgent what the device calls itself; null where it does not say
   * @param address from where it comes
   */
  public SignedIn register(NewAccount account, @Nullable String userAgent, ClientAddress address) {
    return requests.counted(
        AuthRequests.Type.REGISTER,
        () -> {
          limits.requireRegister(address);
          return signedIn(sessions.register(passwords.accept(account), userAgent));
        });
  }

  /**
   * A session for whoever knows the password.
   *
   * @param name a user name or an email address
   * @param address from where it comes
   */
  public SignedIn logIn(
      String name, String password, @Nullable String userAgent, ClientAddress address) {
    return requests.counted(
        AuthRequests.Type.LOGIN,
        () -> {
          Login login = new Login(name, password);
          Login.Proof proof =
              limits.guarded(login.name(), address, () -> passwords.authenticate(login));
          return signedIn(sessions.open(proof, userAgent));
        });
  }

  /**
   * The session of this refresh token goes on under a new one.
   *
   * @param address from where it comes
   */
  public SignedIn refresh(String refreshToken, ClientAddress address) {
    return requests.counted(
        AuthRequests.Type.REFRESH,
        () -> {
          RefreshSecret secret = new RefreshSecret(refreshToken);
          limits.requireRefresh(address);
          return switch (refreshTokens.refresh(secret)) {
            case Sessions.Opened opened -> signedIn(opened);
            case RefreshTokens.Stale stale -> throw refused();
            case RefreshTokens.Reused reused -> {
              requests.reused(reused.sessionId());
              throw refused();
            }
          };
        });
  }

  /**
   * Another password. This session goes on under new tokens, the person's others end.
   *
   * @param address from where it comes
   * @throws ProblemException {@code forbidden} when the current one is another, {@code
   *     rate_limited} after too many of those
   */
  public SignedIn changePassword(Caller caller, PasswordChange change, ClientAddress address) {
    PasswordChange.Hashed accepted =
        limits.guarded(caller.username(), address, () -> passwords.accept(caller.userId(), change));
    return signedIn(sessions.changePassword(accepted, caller.sessionId()));
  }

  /** The same for all that is no good, whatever became of its session. */
  private static ProblemException refused() {
    return new ProblemException(ProblemType.INVALID_REFRESH_TOKEN);
  }

  private SignedIn signedIn(Sessions.Opened opened) {
    UserView user = opened.user();
    String token = tokens.issue(user.id(), user.username(), opened.sessionId(), user.groups());
    return new SignedIn(user, token, tokens.lifetime().toSeconds(), opened.secret().text());
  }
}
