package org.parley.chat.directory;

import io.grpc.StatusRuntimeException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;

/**
 * Why calls to user-service fail, for whoever runs this instance. That whoever answers does not
 * prove to be user-service is told once, and by itself: that it is away may be known before, for
 * another reason, and the way out is another one. For one thread.
 */
final class CallFailures {

  private static final Logger LOG = System.getLogger(CallFailures.class.getName());

  private boolean distrustTold;

  /**
   * gRPC's own words name the connection and go over several lines; why there is none, for instance
   * over TLS, is below them.
   */
  static String sentence(RuntimeException failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return failure instanceof StatusRuntimeException ended && !failure.equals(root)
        ? ended.getStatus().getCode() + ", " + root
        : failure.toString();
  }

  /** A call failed; perhaps because there is no trust. */
  void heardOf(RuntimeException failure) {
    for (Throwable cause = failure; cause != null && !distrustTold; cause = cause.getCause()) {
      if (cause instanceof SSLException || cause instanceof GeneralSecurityException) {
        distrustTold = true;
        LOG.log(
            Level.WARNING,
            "there is no trusted TLS with user-service ({0}); is its certificate of PARLEY_USER_GRPC_CA, and for the"
                + " host in PARLEY_USER_GRPC?",
            sentence(failure));
      }
    }
  }

  /** A call did not fail. */
  void end() {
    distrustTold = false;
  }
}
