package org.parley.chat.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent this REST request, from the token MicroProfile JWT verified. */
@RequestScoped
public class Caller {

  @Inject private JsonWebToken token;

  public Person person() {
    return new Person(Long.parseLong(token.getSubject()), token.getName());
  }
}
