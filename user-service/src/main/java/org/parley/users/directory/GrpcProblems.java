package org.parley.users.directory;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.parley.contract.Outage;
import org.parley.contract.ProblemException;

/** Our closed list of problems as gRPC statuses. */
final class GrpcProblems {

  private GrpcProblems() {}

  static StatusRuntimeException of(Throwable thrown) {
    if (thrown instanceof ProblemException refusal) {
      return status(refusal).withDescription(refusal.getMessage()).asRuntimeException();
    }
    if (Outage.caused(thrown)) {
      return Status.UNAVAILABLE
          .withDescription("the database does not answer")
          .withCause(thrown)
          .asRuntimeException();
    }
    // The cause is for our log; gRPC does not send it.
    return Status.INTERNAL
        .withDescription("something went wrong on our side")
        .withCause(thrown)
        .asRuntimeException();
  }

  private static Status status(ProblemException refusal) {
    return switch (refusal.type()) {
      case NOT_FOUND -> Status.NOT_FOUND;
      case UNAUTHORIZED -> Status.UNAUTHENTICATED;
      case UNAVAILABLE -> Status.UNAVAILABLE;
      case BUSY -> Status.RESOURCE_EXHAUSTED;
      default -> refusal.type().status() < 500 ? Status.INVALID_ARGUMENT : Status.INTERNAL;
    };
  }
}
