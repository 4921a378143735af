package org.parley.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.FieldProblem;
import org.parley.contract.ProblemException;

class NewAccountTest {

  @ParameterizedTest
  @ValueSource(strings = {"abc", "0day", "a.b-c_d", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"})
  void takesUserNames(String username) {
    assertThat(new NewAccount(username, "a@b", "x").nameProblems()).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "ab",
        "-abc",
        ".abc",
        "_abc",
        "a b",
        "a@b",
        "abcé",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456",
        "abc\n",
        "abc\0"
      })
  void refusesOtherUserNames(String username) {
    assertThat(new NewAccount(username, "a@b", "x").nameProblems())
        .extracting(FieldProblem::field)
        .containsExactly("username");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"ab", "@b", "a@", "a b@c", "a@b@c", "a@b\0", "a@b\n", "\ud83d@b"})
  void refusesWhatIsNoEmailAddress(String email) {
    assertThat(new NewAccount("alice", email, "x").nameProblems())
        .extracting(FieldProblem::field)
        .containsExactly("email");
  }

  @Test
  void boundsEmailAddresses() {
    assertThat(new NewAccount("alice", "a".repeat(252) + "@b", "x").nameProblems()).isEmpty();
    assertThat(new NewAccount("alice", "a".repeat(253) + "@b", "x").nameProblems()).hasSize(1);
  }

  @Test
  void showsNoPassword() {
    assertThat(new NewAccount("alice", "a@b", "quiet river 42").toString()).doesNotContain("quiet");
    assertThat(new Login("alice", "quiet river 42").toString()).doesNotContain("quiet");
  }

  @Test
  void loginNamesAllThatIsMissing() {
    assertThatThrownBy(() -> new Login(null, ""))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal ->
                assertThat(refusal.errors())
                    .extracting(FieldProblem::field)
                    .containsExactly("username", "password"));
    assertThatThrownBy(() -> new Login("alice\0", "x")).isInstanceOf(ProblemException.class);
    assertThat(new Login("alice@example.org", "x").isByEmail()).isTrue();
    assertThat(new Login("alice", "x").isByEmail()).isFalse();
  }
}
