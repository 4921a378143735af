package org.parley.system.origin;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.util.HttpString;
import org.junit.jupiter.api.Test;

class BrowserClientTest {

  @Test
  void readsTheHeadersOutOfTheConfigurationOfNginx() {
    String configuration =
        """
        # add_header in a comment
        add_header Content-Security-Policy "default-src 'none'; script-src 'self'" always;
        add_header X-Frame-Options DENY always;
        """;

    assertThat(BrowserClient.readHeaders(configuration))
        .containsEntry(
            new HttpString("Content-Security-Policy"), "default-src 'none'; script-src 'self'")
        .containsEntry(new HttpString("X-Frame-Options"), "DENY")
        .hasSize(2);
  }
}
