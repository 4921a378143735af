package org.parley.contract.rpc;

import com.google.protobuf.Any;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.time.Duration;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * Our closed list of problems as gRPC statuses, with the code, the fields and the time to retry as
 * the details of Google's error model (google/rpc/error_details.proto).
 */
public final class RpcProblems {

  static final String DOMAIN = "parley";

  private RpcProblems() {}

  /** What a caller is told about something thrown; the cause stays here, for our log. */
  public static StatusRuntimeException of(Throwable thrown) {
    ProblemException refusal =
        ProblemException.findIn(thrown, ProblemException.DEFAULT_RETRY_AFTER)
            .orElseGet(() -> new ProblemException(ProblemType.INTERNAL));
    StatusRuntimeException detailed = StatusProto.toStatusRuntimeException(toProto(refusal));
    Status status = detailed.getStatus();
    return (refusal.type().status() < 500 ? status : status.withCause(thrown))
        .asRuntimeException(detailed.getTrailers());
  }

  /** The status a problem has over gRPC. */
  public static Status.Code code(ProblemType type) {
    return switch (type) {
      case MALFORMED_REQUEST,
          VALIDATION_FAILED,
          WEAK_PASSWORD,
          UNKNOWN_TYPE,
          NOT_ACCEPTABLE,
          UNSUPPORTED_MEDIA_TYPE ->
          Status.Code.INVALID_ARGUMENT;
      case UNAUTHORIZED, INVALID_CREDENTIALS, INVALID_REFRESH_TOKEN -> Status.Code.UNAUTHENTICATED;
      case FORBIDDEN, ACCOUNT_DEACTIVATED, NOT_MEMBER -> Status.Code.PERMISSION_DENIED;
      case NOT_FOUND -> Status.Code.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> Status.Code.UNIMPLEMENTED;
      case CONFLICT, USERNAME_TAKEN, EMAIL_TAKEN -> Status.Code.ALREADY_EXISTS;
      case NOT_IN_ROOM -> Status.Code.FAILED_PRECONDITION;
      case TOO_LARGE, BUSY, RATE_LIMITED -> Status.Code.RESOURCE_EXHAUSTED;
      case INTERNAL -> Status.Code.INTERNAL;
      case UNAVAILABLE, DRAINING -> Status.Code.UNAVAILABLE;
    };
  }

  private static com.google.rpc.Status toProto(ProblemException refusal) {
    ProblemType type = refusal.type();
    com.google.rpc.Status.Builder status =
        com.google.rpc.Status.newBuilder()
            .setCode(code(type).value())
            .setMessage(refusal.getMessage())
            .addDetails(
                Any.pack(ErrorInfo.newBuilder().setReason(type.code()).setDomain(DOMAIN).build()));
    if (!refusal.errors().isEmpty()) {
      BadRequest.Builder fields = BadRequest.newBuilder();
      refusal
          .errors()
          .forEach(
              error ->
                  fields
                      .addFieldViolationsBuilder()
                      .setField(error.field())
                      .setDescription(error.message()));
      status.addDetails(Any.pack(fields.build()));
    }
    if (type.retryHelps()) {
      status.addDetails(
          Any.pack(retryAfter(refusal.retryAfter().orElse(ProblemException.DEFAULT_RETRY_AFTER))));
    }
    return status.build();
  }

  private static RetryInfo retryAfter(Duration delay) {
    return RetryInfo.newBuilder()
        .setRetryDelay(
            com.google.protobuf.Duration.newBuilder()
                .setSeconds(delay.getSeconds())
                .setNanos(delay.getNano()))
        .build();
  }
}
