package org.parley.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.users.audit.AuditEvent;
import org.parley.users.audit.AuditKind;
import org.parley.users.audit.NotedFailures;
import org.parley.users.platform.Settings;

class PasswordsTest {

  private static final UserView ALICE =
      new UserView(1, "alice", "alice", "alice@example.org", "user", Instant.EPOCH);

  private final CountingHashing hashing = new CountingHashing();
  private final OnlyAlice people = new OnlyAlice(hashing.hash("quiet river 42"));
  private final NotedFailures noted = new NotedFailures();
  private final Passwords passwords =
      new Passwords(Settings.of(Map.of()), hashing, people, noted.failures());

  @Test
  void knowsPeopleByTheirPassword() {
    Login.Proof proof = passwords.authenticate(new Login("alice", "quiet river 42"));
    assertThat(proof.user()).isEqualTo(ALICE);
    assertThat(proof.passwordVersion()).isEqualTo(OnlyAlice.VERSION);
    assertThat(people.rehashed).as("its hash is of today").isNull();
  }

  @Test
  void renewsAHashOfOtherParametersWhenItsPasswordIsKnown() {
    String outdated =
        Password.hash("quiet river 42")
            .addSalt("sixteen bytes it")
            .with(Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID))
            .getResult();
    people.hash = outdated;
    workOf("alice");
    assertThat(people.rehashed).as("by a wrong password").isNull();

    passwords.authenticate(new Login("alice", "quiet river 42"));
    assertThat(people.rehashedFrom).isEqualTo(outdated);
    assertThat(hashing.isOutdated(people.rehashed)).isFalse();
    assertThat(hashing.matches("quiet river 42", people.rehashed)).isTrue();
  }

  @Test
  void letsPeopleInThoughThereIsNoTimeToRenewTheirHash() {
    people.hash =
        Password.hash("quiet river 42")
            .addSalt("sixteen bytes it")
            .with(Argon2Function.getInstance(8, 1, 1, 32, Argon2.ID))
            .getResult();
    hashing.busy = true;
    assertThat(passwords.authenticate(new Login("alice", "quiet river 42")).user())
        .isEqualTo(ALICE);
    assertThat(people.rehashed).isNull();
  }

  @Test
  void changesAPasswordForWhoKnowsTheCurrentOne() {
    PasswordChange.Hashed change =
        passwords.accept(1, new PasswordChange("quiet river 42", "louder river 43"));
    assertThat(change.userId()).isEqualTo(1);
    assertThat(change.passwordVersion()).isEqualTo(OnlyAlice.VERSION);
    assertThat(hashing.matches("louder river 43", change.passwordHash())).isTrue();
  }

  @Test
  void refusesToChangeAPasswordAndSaysWhatIsWrong() {
    assertRefused("quiet river 43", "louder river 43", ProblemType.FORBIDDEN, "current_password");
    assertRefused("x".repeat(129), "louder river 43", ProblemType.FORBIDDEN, "current_password");
    assertRefused("", "louder river 43", ProblemType.VALIDATION_FAILED, "current_password");
    assertRefused("quiet river 42", "", ProblemType.VALIDATION_FAILED, "new_password");
    assertRefused("quiet river 42", "a\0bcdefgh", ProblemType.VALIDATION_FAILED, "new_password");
    assertRefused("quiet river 42", "password1", ProblemType.WEAK_PASSWORD, "new_password");
    assertRefused("quiet river 42", "alice@example", ProblemType.WEAK_PASSWORD, "new_password");
  }

  private void assertRefused(String current, String next, ProblemType type, String field) {
    ProblemException refusal =
        catchThrowableOfType(
            ProblemException.class, () -> passwords.accept(1, new PasswordChange(current, next)));
    assertThat(refusal.type()).isEqualTo(type);
    assertThat(refusal.errors()).extracting(FieldProblem::field).containsExactly(field);
  }

  @Test
  void costsAndAnswersTheSameForUnknownPeopleAndWrongPasswords() {
    assertThat(workOf("alice")).isEqualTo(1);
    assertThat(workOf("nobody")).isEqualTo(1);
  }

  @Test
  void saysThatAnAccountIsDeactivatedToWhoeverKnowsItsPasswordOnly() {
    people.isActive = false;
    assertThat(refusal(new Login("alice", "quiet river 42")).type())
        .isEqualTo(ProblemType.ACCOUNT_DEACTIVATED);
    assertThat(refusal(new Login("alice", "wrong")).type())
        .isEqualTo(ProblemType.INVALID_CREDENTIALS);
  }

  @Test
  void notesWhereSomebodyFailedAndNothingThatTheyTyped() {
    refusal(new Login("quiet river 42", "alice"));
    refusal(new Login("alice", "wrong"));
    assertThat(noted.written())
        .containsExactly(
            AuditEvent.to(0, AuditKind.SIGN_IN_FAILED, 1),
            AuditEvent.to(1, AuditKind.SIGN_IN_FAILED, 1));
  }

  @Test
  void asksForOnesOwnPasswordOnceMore() {
    assertThat(passwords.requireOwn(1, "quiet river 42")).isEqualTo(ALICE);
    ProblemException refusal =
        catchThrowableOfType(ProblemException.class, () -> passwords.requireOwn(1, "wrong"));
    assertThat(refusal.type()).as("as in a change of it").isEqualTo(ProblemType.FORBIDDEN);
    assertThat(refusal.errors()).extracting(FieldProblem::field).containsExactly("password");
    assertThat(noted.written()).containsExactly(AuditEvent.to(1, AuditKind.SIGN_IN_FAILED, 1));
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

  private ProblemException refusal(Login login) {
    return catchThrowableOfType(ProblemException.class, () -> passwords.authenticate(login));
  }

  private ProblemException refusal(NewAccount account) {
    return catchThrowableOfType(ProblemException.class, () -> passwords.accept(account));
  }

  private static final class CountingHashing extends PasswordHashing {
    private int verified;
    private boolean busy;

    CountingHashing() {
      super(2, Duration.ofSeconds(20));
    }

    @Override
    String hash(String password) {
      if (busy) {
        throw ProblemException.unavailable("Too many people.", Duration.ofSeconds(2), null);
      }
      return super.hash(password);
    }

    @Override
    boolean matches(String password, String hash) {
      verified++;
      return super.matches(password, hash);
    }
  }

  private static final class OnlyAlice extends Accounts {
    private static final int VERSION = 3;
    private String hash;
    private String rehashedFrom;
    private String rehashed;
    private boolean isActive = true;

    OnlyAlice(String hash) {
      this.hash = hash;
    }

    @Override
    Optional<Credentials> findCredentials(Login login) {
      return login.name().equals("alice") ? Optional.of(requireCredentials(1)) : Optional.empty();
    }

    @Override
    Credentials requireCredentials(long id) {
      return new Credentials(ALICE, hash, VERSION, isActive);
    }

    @Override
    void rehash(Credentials checked, String passwordHash) {
      rehashedFrom = checked.passwordHash();
      rehashed = passwordHash;
    }
  }
}
