package org.parley.users.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent this request, from the token MicroProfile JWT verified. */
@RequestScoped
class Caller {

  @Inject private JsonWebToken token;

  long userId() {
    return Long.parseLong(token.getSubject());
  }

  long sessionId() {
    return sessionOf(token);
  }

  static long sessionOf(JsonWebToken token) {
    return Long.parseLong(token.getClaim("sid"));
  }
}
