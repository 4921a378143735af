package org.parley.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.platform.Settings;

class PasswordsTest {

  private static final UserView ALICE =
      new UserView(1, "alice", "alice", "alice@example.org", Instant.EPOCH);

  private final CountingHashing hashing = new CountingHashing();
  private final Passwords passwords =
      new Passwords(Settings.of(Map.of()), hashing, new OnlyAlice(hashing.hash("quiet river 42")));

  @Test
  void knowsPeopleByTheirPassword() {
    assertThat(passwords.authenticate(new Login("alice", "quiet river 42"))).isEqualTo(ALICE);
  }

  @Test
  void costsAndAnswersTheSameForUnknownPeopleAndWrongPasswords() {
    assertThat(workOf("alice")).isEqualTo(1);
    assertThat(workOf("nobody")).isEqualTo(1);
  }

  @Test
  void doesNotHashWhatCannotBeAPassword() {
    Login endless = new Login("alice", "x".repeat(129));
    int before = hashing.verified;
    assertThatThrownBy(() -> passwords.authenticate(endless)).isInstanceOf(ProblemException.class);
    assertThat(hashing.verified).isEqualTo(before);
  }

  @Test
  void namesEveryFieldThatIsWrong() {
    ProblemException refusal = refusal(new NewAccount("-", "nowhere", "abc"));
    assertThat(refusal.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
    assertThat(refusal.errors())
        .extracting(FieldProblem::field)
        .containsExactly("username", "email", "password");
  }

  @Test
  void callsAPasswordWeakWhenNothingElseIsWrong() {
    assertThat(refusal(new NewAccount("alice", "alice@example.org", "password1")).type())
        .isEqualTo(ProblemType.WEAK_PASSWORD);
    assertThat(refusal(new NewAccount("alice", "alice@example.org", null)).type())
        .isEqualTo(ProblemType.VALIDATION_FAILED);
    assertThat(refusal(new NewAccount("alice", "alice@example.org", "quiet\0river 42")).type())
        .isEqualTo(ProblemType.VALIDATION_FAILED);
  }

  private int workOf(String name) {
    int before = hashing.verified;
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> passwords.authenticate(new Login(name, "wrong")));
    assertThat(refusal.type()).isEqualTo(ProblemType.INVALID_CREDENTIALS);
    assertThat(refusal).hasMessage("User name, email or password is wrong.");
    return hashing.verified - before;
  }

  private ProblemException refusal(NewAccount account) {
    return catchThrowableOfType(ProblemException.class, () -> passwords.accept(account));
  }

  private static final class CountingHashing extends PasswordHashing {
    private int verified;

    CountingHashing() {
      super(2, Duration.ofSeconds(20));
    }

    @Override
    boolean matches(String password, String hash) {
      verified++;
      return super.matches(password, hash);
    }
  }

  private static final class OnlyAlice extends Accounts {
    private final String hash;

    OnlyAlice(String hash) {
      this.hash = hash;
    }

    @Override
    Optional<Credentials> findCredentials(Login login) {
      return login.name().equals("alice")
          ? Optional.of(new Credentials(ALICE, hash))
          : Optional.empty();
    }
  }
}
