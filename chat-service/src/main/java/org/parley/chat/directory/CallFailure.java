package org.parley.chat.directory;

import io.grpc.StatusRuntimeException;

/** Why a call to user-service failed, for whoever runs this instance. */
final class CallFailure {

  private CallFailure() {}

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
}
