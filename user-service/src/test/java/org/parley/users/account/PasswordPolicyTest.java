package org.parley.users.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class PasswordPolicyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "Password1!",
        "qwertyuiop",
        "12345678",
        "P@ssw0rd",
        "aaaaaaaa",
        "gretel.fox",
        "gretel2024"
      })
  void strongRefusesWhatIsGuessedFirst(String password) {
    assertThat(PasswordPolicy.STRONG.problemWith(account(password))).isPresent();
    assertThat(PasswordPolicy.BASIC.problemWith(account(password))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet river 42", "k9!vTq2m", "четыре зелёных", "🦊🦊🦊🦊🐍🐍🐍🐍🐢"})
  void strongTakesWhatIsNot(String password) {
    assertThat(PasswordPolicy.STRONG.problemWith(account(password))).isEmpty();
  }

  @Test
  void countsCodePoints() {
    assertThat(PasswordPolicy.BASIC.problemWith(account("🦊".repeat(5)))).isPresent();
    assertThat(PasswordPolicy.BASIC.problemWith(account("🦊".repeat(6)))).isEmpty();
    assertThat(PasswordPolicy.BASIC.problemWith(account("🦊".repeat(128)))).isEmpty();
    assertThat(PasswordPolicy.BASIC.problemWith(account("🦊".repeat(129)))).isPresent();
    assertThat(PasswordPolicy.STRONG.problemWith(account("k9!vTq2"))).isPresent();
  }

  @Test
  void isStrongUnlessToldOtherwise() {
    assertThat(PasswordPolicy.from(Settings.of(Map.of()))).isEqualTo(PasswordPolicy.STRONG);
    assertThat(PasswordPolicy.from(Settings.of(Map.of("PARLEY_PASSWORD_POLICY", "basic"))))
        .isEqualTo(PasswordPolicy.BASIC);
    assertThatThrownBy(
            () -> PasswordPolicy.from(Settings.of(Map.of("PARLEY_PASSWORD_POLICY", "weak"))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage("PARLEY_PASSWORD_POLICY is \"weak\"; it must be strong or basic.");
  }

  private static NewAccount account(String password) {
    return new NewAccount("gretel.fox", "gretel@example.org", password);
  }
}
