package org.parley.chat.directory;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * That whoever answers does not prove to be user-service. Told once, and by itself: that it is away
 * may be known before, for another reason, and the way out is another one. For one thread.
 */
final class Distrust {

  private static final Logger LOG = System.getLogger(Distrust.class.getName());

  private boolean told;

  /** A call failed; perhaps because of this. */
  void heardOf(RuntimeException failure) {
    for (Throwable cause = failure; cause != null && !told; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        told = true;
        LOG.log(
            Level.WARNING,
            "there is no trusted TLS with user-service ({0}); is its certificate of PARLEY_USER_GRPC_CA, and for the"
                + " host in PARLEY_USER_GRPC?",
            CallFailure.sentence(failure));
      }
    }
  }

  /** A call did not fail. */
  void ends() {
    told = false;
  }
}
