package org.parley.users.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.account.Login;
import org.parley.users.account.NewAccount;
import org.parley.users.account.Passwords;
import org.parley.users.account.UserView;
import org.parley.users.token.AccessTokens;

/**
 * The story of signing in: check the password, open a session (one transaction), sign a token.
 * Hashing comes before the transaction and signing after it.
 */
@ApplicationScoped
public class SignIn {

  private Passwords passwords;
  private Sessions sessions;
  private AccessTokens tokens;

  protected SignIn() {
    // For CDI's proxy.
  }

  @Inject
  SignIn(Passwords passwords, Sessions sessions, AccessTokens tokens) {
    this.passwords = passwords;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  SignedIn register(NewAccount account, String userAgent) {
    NewAccount.Hashed accepted = passwords.accept(account);
    return signedIn(sessions.register(accepted, userAgent));
  }

  SignedIn logIn(Login login, String userAgent) {
    UserView user = passwords.authenticate(login);
    return signedIn(sessions.open(user, userAgent));
  }

  SignedIn refresh(RefreshSecret secret) {
    return signedIn(
        sessions
            .refresh(secret)
            .orElseThrow(() -> new ProblemException(ProblemType.INVALID_REFRESH_TOKEN)));
  }

  private SignedIn signedIn(Sessions.Opened opened) {
    UserView user = opened.user();
    String token = tokens.issue(user.id(), user.username(), opened.sessionId());
    return new SignedIn(user, token, tokens.lifetime().toSeconds(), opened.secret().text());
  }
}
