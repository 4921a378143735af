package org.parley.chat.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslVerifyMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.chat.platform.PeerSettings.Redis;

class RedisAddressTest {

  @ParameterizedTest
  @CsvSource({
    "redis://localhost, , , ,",
    "redis://:old@localhost, , , , old",
    "redis://me:old@localhost, , , me, old",
    "redis://me:old@localhost, , new, me, new",
    "redis://me:old@localhost, you, new, you, new",
    "redis://me:old@localhost, you, , you, old",
    "redis://localhost, you, new, you, new",
    "redis://localhost, , new, , new"
  })
  void settingsWinOverWhatTheUrlSays(
      String url, String user, String password, String thenUser, String thenPassword) {
    RedisCredentials credentials =
        RedisAddress.of(new Redis(url, user, password, null))
            .getCredentialsProvider()
            .resolveCredentials()
            .block();
    assertThat(credentials.getUsername()).isEqualTo(thenUser);
    assertThat(credentials.hasPassword()).isEqualTo(thenPassword != null);
    if (thenPassword != null) {
      assertThat(credentials.getPassword()).isEqualTo(thenPassword.toCharArray());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rediss://localhost",
        "rediss://localhost?verifyPeer=NONE",
        "rediss://localhost?verifyPeer=CA",
        "redis+tls://localhost"
      })
  void overTlsCertificateAndNameAreVerified(String url) {
    RedisURI address = RedisAddress.of(new Redis(url, null, null, null));
    assertThat(address.isSsl()).isTrue();
    assertThat(address.getVerifyMode()).isEqualTo(SslVerifyMode.FULL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:6379",
        "http://me:hush@localhost",
        "redis://me:hu sh@localhost",
        "redis://me:hush@"
      })
  void refusesWhatIsNoAddressWithoutQuotingIt(String url) {
    assertThatThrownBy(() -> RedisAddress.of(new Redis(url, null, null, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith("PARLEY_REDIS_URL is not an address of Redis")
        .hasMessageNotContainingAny("hush", "hu sh", "me:");
  }

  @Test
  void refusesAnAuthorityWherePlaintextIsSpoken() {
    assertThatThrownBy(
            () -> RedisAddress.of(new Redis("redis://localhost", null, null, Path.of("ca.pem"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("PARLEY_REDIS_CA is set and PARLEY_REDIS_URL means plaintext");
  }

  @Test
  void refusesAUserWithoutAPassword() {
    assertThatThrownBy(() -> RedisAddress.of(new Redis("redis://localhost", "me", null, null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("PARLEY_REDIS_USER is set and no password is: set PARLEY_REDIS_PASSWORD");
  }
}
