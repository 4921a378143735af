package org.parley.users.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

class DirectoryServiceTest {

  @Test
  void doesNotStartWithoutACredential() {
    assertThatThrownBy(
            () ->
                DirectoryService.credential(Settings.of(Map.of("PARLEY_SERVICE_CREDENTIAL", " "))))
        .isInstanceOf(BadSettingException.class)
        .hasMessage(
            "Set PARLEY_SERVICE_CREDENTIAL: a secret that this service and chat-service share.");
  }
}
