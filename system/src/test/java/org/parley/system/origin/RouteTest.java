package org.parley.system.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/users/register, USER_SERVICE",
    "/api/v1/users, USER_SERVICE",
    "/api/v1/users/7, USER_SERVICE",
    "/api/v1/users/me/sessions, USER_SERVICE",
    "/api/v1/users/me/export, USER_SERVICE",
    "/api/v1/admin/claim, USER_SERVICE",
    "/api/v1/admin/users/7/role, USER_SERVICE",
    "/.well-known/jwks.json, USER_SERVICE",
    "/api/v1/messages/export, CHAT_SERVICE",
    "/api/v1/users/7/rooms, CHAT_SERVICE",
    "/api/v1/users/me/rooms, CHAT_SERVICE",
    "/api/v1/rooms/1/messages, CHAT_SERVICE",
    "/api/v1/messages, CHAT_SERVICE",
    "/api, NOBODY",
    "/api/v1, NOBODY",
    "/apis, BROWSER_CLIENT",
    "/api/v2/rooms, NOBODY",
    "/rooms/7, BROWSER_CLIENT",
    "/ws, CHAT_SERVICE",
    "/, BROWSER_CLIENT",
    "/index.html, BROWSER_CLIENT",
    "/wsx, BROWSER_CLIENT",
    "/healthy.svg, BROWSER_CLIENT",
    "/health, NOBODY",
    "/health/ready, NOBODY",
    "/metrics, NOBODY",
    "/metrics/base, NOBODY",
    "/openapi, OPENAPI",
    "/openapi/, NOBODY",
    "/openapi/ui, NOBODY",
    "/openapis, BROWSER_CLIENT",
  })
  void sendsEveryPathWhereTheDesignSays(String path, Route route) {
    assertThat(Route.of(path)).isEqualTo(route);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/..;/metrics",
        "/api/v1/x%2F../metrics",
        "/api/v1/%2e%2e/metrics",
        "/api/v1/../metrics",
        "/api/v1/rooms/.",
        "/api/v1\\rooms",
        "/api/v1/rooms/%09",
        "/api/v1/rooms/7%7F"
      })
  void sendsNobodyWhatAServiceMayReadOtherwise(String asSent) {
    assertThat(Route.of(asSent, "/api/v1/rooms")).isEqualTo(Route.NOBODY);
  }

  @Test
  void takesADotThatHidesAFolderForWhatItIs() {
    assertThat(Route.of("/.well-known/jwks.json", "/.well-known/jwks.json"))
        .isEqualTo(Route.USER_SERVICE);
  }
}
