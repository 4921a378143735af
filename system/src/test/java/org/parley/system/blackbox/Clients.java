package org.parley.system.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.jaxrs.json.JacksonJsonProvider;
import java.net.URI;
import java.util.Map;
import org.microshed.testing.jaxrs.RestClientBuilder;
import org.parley.system.support.Visitor;

/**
 * REST clients by MicroShed. Built by hand and not injected, because an injected one prints every
 * answer, tokens included.
 */
final class Clients {

  /** Somebody who has just signed up. */
  record Member(long id, String username, String password, PublicApi api) {}

  private Clients() {}

  /** Nobody, at the origin. */
  static PublicApi stranger() {
    return atTheOrigin().build(PublicApi.class);
  }

  /** Whoever this token names, at the origin. */
  static PublicApi bearing(String token) {
    return atTheOrigin().withJwt(token).build(PublicApi.class);
  }

  static Member signUp(String stem) {
    String name = Visitor.freshName(stem);
    String password = "correct horse " + name;
    JsonNode answer =
        stranger()
            .register(
                Map.of("username", name, "email", name + "@example.org", "password", password));
    return new Member(
        answer.at("/user/id").asLong(), name, password, bearing(answer.path("token").asText()));
  }

  /** Past the origin, which shows none of it. */
  static Probes probesAt(URI service) {
    return atTheOrigin().withAppContextRoot(service.toString()).build(Probes.class);
  }

  private static RestClientBuilder atTheOrigin() {
    return new RestClientBuilder()
        // Otherwise searched for on the whole class path.
        .withJaxrsPath("")
        .withProviders(JacksonJsonProvider.class);
  }
}
