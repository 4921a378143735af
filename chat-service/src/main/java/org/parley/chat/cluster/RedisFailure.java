package org.parley.chat.cluster;

import io.lettuce.core.RedisCommandExecutionException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * Why Redis cannot be used, for whoever runs this instance: what is wrong and which setting to look
 * at, never what we showed Redis.
 */
final class RedisFailure {

  private RedisFailure() {}

  static String sentence(Throwable failure) {
    Throwable root = failure;
    boolean encryption = false;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      root = cause;
      encryption |= cause instanceof SSLException || cause instanceof GeneralSecurityException;
    }
    if (encryption) {
      return "there is no trusted TLS with it ("
          + root.getMessage()
          + "); is its certificate of PARLEY_REDIS_CA, and for the host in PARLEY_REDIS_URL?";
    }
    if (root instanceof RedisCommandExecutionException refusal) {
      // The first word names the refusal; what follows may quote our user.
      return "it refuses us ("
          + String.valueOf(refusal.getMessage()).split(" ", 2)[0]
          + "); are PARLEY_REDIS_USER and PARLEY_REDIS_PASSWORD right?";
    }
    return failure.equals(root)
        ? String.valueOf(failure.getMessage())
        : failure.getMessage() + ": " + root.getMessage();
  }
}
