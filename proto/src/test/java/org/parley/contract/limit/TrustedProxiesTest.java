package org.parley.contract.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

  private static final TrustedProxies PROXIES =
      TrustedProxies.parse("127.0.0.0/8, ::1, 172.16.0.0/12,fd00::/8");

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      textBlock =
          """
          # connected       | X-Forwarded-For                       | counted for
          198.51.100.7      | none                                  | 198.51.100.7
          198.51.100.7      | 203.0.113.9                           | 198.51.100.7
          127.0.0.1         | 203.0.113.9                           | 203.0.113.9
          127.0.0.1         | none                                  | 127.0.0.1
          172.18.0.5        | 10.9.9.9, 203.0.113.9                 | 203.0.113.9
          172.18.0.5        | 10.9.9.9, 203.0.113.9, 172.31.255.255 | 203.0.113.9
          172.32.0.5        | 203.0.113.9                           | 172.32.0.5
          172.18.0.5        | 203.0.113.9, nonsense                 | 172.18.0.5
          172.18.0.5        | 203.0.113.9,                          | 172.18.0.5
          172.18.0.5        | 172.18.0.9, 172.18.0.8                | 172.18.0.9
          ::1               | 2001:db8:1:2:3:4:5:6                  | 2001:db8:1:2:0:0:0:0/64
          fd12::1           | 2001:DB8:1:2::ffff                    | 2001:db8:1:2:0:0:0:0/64
          fe80::1           | 203.0.113.9                           | fe80:0:0:0:0:0:0:0/64
          ::ffff:127.0.0.1  | ::ffff:203.0.113.9                    | 203.0.113.9
          127.0.0.1         | example.org                           | 127.0.0.1
          127.0.0.1         | 1.2.3.999                             | 127.0.0.1
          127.0.0.1         | 203.0.113.9:8080                      | 127.0.0.1
          none              | 203.0.113.9                           | unknown
          """,
      delimiter = '|')
  void countsTheLastThatIsNoProxy(String peer, String forwardedFor, String client) {
    assertThat(PROXIES.client(peer, forwardedFor).text()).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"nginx", "10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/", "::1/129", "10.0.0", ","})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> RateTest.reader(Map.of("PARLEY_TRUSTED_PROXIES", text)).proxies())
        .hasMessageStartingWith("PARLEY_TRUSTED_PROXIES is \"" + text + "\"; \"")
        .hasMessageContaining("is no address; write addresses or networks such as 10.0.0.7");
  }

  @Test
  void trustsThisMachineWhereNothingIsSet() {
    TrustedProxies proxies = RateTest.reader(Map.of()).proxies();

    assertThat(proxies.client("127.0.0.1", "203.0.113.9").text()).isEqualTo("203.0.113.9");
    assertThat(proxies.client("172.18.0.1", "203.0.113.9").text()).isEqualTo("172.18.0.1");
  }
}
