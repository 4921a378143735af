package org.parley.users.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.users.support.Clients.PASSWORD;
import static org.parley.users.support.Clients.api;
import static org.parley.users.support.Clients.logIn;
import static org.parley.users.support.Clients.refreshInBody;
import static org.parley.users.support.Clients.registerInBody;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.limit.ClientAddress;
import org.parley.users.account.Login;
import org.parley.users.account.NewAccount;
import org.parley.users.account.PasswordChange;
import org.parley.users.account.Passwords;
import org.parley.users.signin.SignIn;
import org.parley.users.support.Api.Answer;
import org.parley.users.support.UserServiceArchive;

/** Sessions that begin, go on and end at the same moment: what ends them has the last word. */
@ExtendWith(ArquillianExtension.class)
class SessionRacesIT {

  private static final String NEXT = "louder river 43";

  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private SignIn signIn;
  @Inject private UserTransaction transaction;

  @Deployment
  static WebArchive service() {
    return UserServiceArchive.create();
  }

  @Test
  void aPasswordThatWasCheckedBeforeItsChangeOpensNothingAfterIt() {
    register("checked.before");
    Login.Proof proof = passwords.authenticate(new Login("checked.before", PASSWORD));
    Sessions.Opened opened = sessions.open(proof, "test");
    sessions.changePassword(accepted(opened), opened.sessionId());
    assertRefused(ProblemType.INVALID_CREDENTIALS, () -> sessions.open(proof, "test"));
  }

  @Test
  void aChangeWaitsForALoginUnderWayAndEndsItsSession() throws Exception {
    register("under.way");
    Login.Proof proof = passwords.authenticate(new Login("under.way", PASSWORD));
    Sessions.Opened first = sessions.open(proof, "test");
    PasswordChange.Hashed change = accepted(first);

    transaction.begin();
    Sessions.Opened underWay = sessions.open(proof, "test");
    CompletableFuture<?> changing =
        elsewhere().runAsync(() -> sessions.changePassword(change, first.sessionId()));
    assertThatThrownBy(() -> changing.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    transaction.commit();
    changing.get(10, TimeUnit.SECONDS);

    long user = first.user().id();
    assertRefused(ProblemType.UNAUTHORIZED, () -> sessions.requireLive(user, underWay.sessionId()));
    sessions.requireLive(user, first.sessionId());
  }

  @Test
  void ofTwoChangesAtOnceTheSecondIsRefusedAndEndsNothing() {
    register("twice");
    Login.Proof proof = passwords.authenticate(new Login("twice", PASSWORD));
    Sessions.Opened first = sessions.open(proof, "test");
    Sessions.Opened second = sessions.open(proof, "test");
    PasswordChange.Hashed mine = accepted(first);
    PasswordChange.Hashed another = accepted(first);

    sessions.changePassword(mine, first.sessionId());
    assertRefused(ProblemType.CONFLICT, () -> sessions.changePassword(another, second.sessionId()));
    sessions.requireLive(first.user().id(), first.sessionId());
  }

  @Test
  void aSessionThatEndedMeanwhileChangesNoPassword() {
    register("ended.meanwhile");
    Login.Proof proof = passwords.authenticate(new Login("ended.meanwhile", PASSWORD));
    Sessions.Opened opened = sessions.open(proof, "test");
    PasswordChange.Hashed change = accepted(opened);
    assertThat(sessions.revokeAll(opened.user().id())).isEqualTo(2);
    assertRefused(
        ProblemType.UNAUTHORIZED, () -> sessions.changePassword(change, opened.sessionId()));
    assertThat(sessions.open(proof, "test").user()).as("the password").isEqualTo(opened.user());
  }

  @Test
  @RunAsClient
  void aRefreshAtTheSameMomentDoesNotUndoALogout() throws Exception {
    registerInBody("outraced");
    for (int i = 0; i < 20; i++) {
      Answer in = logIn("outraced", PASSWORD);
      var refreshed = CompletableFuture.supplyAsync(() -> refreshInBody(in.text("refresh_token")));
      api().post("/api/v1/users/logout", "", "Authorization", "Bearer " + in.text("token"));
      String next = refreshed.join().text("refresh_token");
      assertThat(refreshInBody(next == null ? in.text("refresh_token") : next).status())
          .isEqualTo(401);
    }
  }

  /** Threads of the container's, because others see nothing of it. */
  @SuppressWarnings("BanJNDI") // the name is the specification's, not input
  private static ManagedExecutorService elsewhere() throws NamingException {
    return InitialContext.doLookup("java:comp/DefaultManagedExecutorService");
  }

  private void register(String name) {
    signIn.register(
        new NewAccount(name, name + "@example.org", PASSWORD),
        "test",
        new ClientAddress("192.0.2.1"));
  }

  private PasswordChange.Hashed accepted(Sessions.Opened opened) {
    return passwords.accept(opened.user().id(), new PasswordChange(PASSWORD, NEXT));
  }

  private static void assertRefused(ProblemType type, Runnable work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            ProblemException.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
  }
}
