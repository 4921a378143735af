package org.parley.chat.identity;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells a key that is gone from one that is not known yet, when keys may not be asked for: tokens
 * of the first are refused, so that clients renew them, and those of the second may try again.
 * Thread-safe.
 */
final class WithdrawnKeys implements JWKSource<SecurityContext> {

  private final JWKSource<SecurityContext> keys;

  /** Each was user-service's at some time, so there are few. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  WithdrawnKeys(JWKSource<SecurityContext> keys) {
    this.keys = keys;
  }

  @Override
  public List<JWK> get(JWKSelector wanted, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      List<JWK> found = keys.get(wanted, context);
      for (JWK key : found) {
        seen.add(key.getKeyID());
      }
      return found;
    } catch (RateLimitReachedException e) {
      Set<String> names = wanted.getMatcher().getKeyIDs();
      if (names != null && seen.containsAll(names)) {
        return List.of();
      }
      throw e;
    }
  }
}
