package org.parley.chat.identity;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** Who sent this REST request, from the token {@link RestAuthentication} verified. */
@RequestScoped
public class Caller {

  private @Nullable AccessToken token;

  void is(AccessToken verified) {
    token = verified;
  }

  /** Whoever it is, at an address that is not open to everybody. */
  public Person person() {
    if (token == null) {
      throw new IllegalStateException("asked for the caller of a request that anybody may make");
    }
    return token.person();
  }
}
