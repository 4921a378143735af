package org.parley.users.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ProblemException;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class RefreshCookieTest {

  @Test
  void staysOutOfReachOfScriptsAndOtherSites() {
    assertThat(cookie("http://localhost:8080").of("secret"))
        .isEqualTo(
            "parley_refresh=secret; Path=/api/v1/users; Max-Age=2592000; HttpOnly; SameSite=Strict");
    assertThat(cookie("http://localhost:8080").cleared())
        .isEqualTo("parley_refresh=; Path=/api/v1/users; Max-Age=0; HttpOnly; SameSite=Strict");
  }

  @Test
  void travelsEncryptedWhereTheOriginIs() {
    assertThat(cookie("https://chat.example.org").of("secret")).endsWith("; Secure");
    assertThat(cookie("https://chat.example.org, http://localhost:8080").of("secret"))
        .doesNotContain("Secure");
  }

  @Test
  void answersItsOwnOriginsAndProgramsThatHaveNone() {
    RefreshCookie cookie = cookie("https://chat.example.org, http://localhost:8080");
    assertThatCode(() -> cookie.requireOwn(null)).doesNotThrowAnyException();
    assertThatCode(() -> cookie.requireOwn("http://localhost:8080")).doesNotThrowAnyException();
    assertThatThrownBy(() -> cookie.requireOwn("http://localhost:8081"))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> cookie.requireOwn("null")).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"chat.example.org", "https://chat.example.org/", "ftp://x", "https://a b"})
  void wantsOrigins(String setting) {
    assertThatThrownBy(() -> cookie(setting))
        .isInstanceOf(BadSettingException.class)
        .hasMessageStartingWith("PARLEY_PUBLIC_ORIGIN has ");
  }

  private static RefreshCookie cookie(String origins) {
    return new RefreshCookie(Settings.of(Map.of("PARLEY_PUBLIC_ORIGIN", origins)));
  }
}
