package org.parley.contract.rpc;

import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * The boundary of gRPC: gives each call its request id, counts how it ended as {@code
 * grpc_calls_total{method,status}}, and logs what went wrong on our side, once. The method is
 * gRPC's full name, such as {@code parley.users.v1.UserService/GetUser}. All series are there from
 * the start, at zero.
 */
public final class RpcCalls implements ServerInterceptor {

  private static final Logger LOG = System.getLogger(RpcCalls.class.getName());

  static final Metadata.Key<String> REQUEST_ID =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  /** What we accept from outside: it ends up in logs and must not be able to forge a line. */
  private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  /**
   * Every status we give; the framework gives some of them, such as CANCELLED when the caller hung
   * up.
   */
  private static final List<Status.Code> STATUSES =
      List.of(
          Status.Code.OK,
          Status.Code.ALREADY_EXISTS,
          Status.Code.CANCELLED,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.INTERNAL,
          Status.Code.INVALID_ARGUMENT,
          Status.Code.NOT_FOUND,
          Status.Code.PERMISSION_DENIED,
          Status.Code.RESOURCE_EXHAUSTED,
          Status.Code.UNAUTHENTICATED,
          Status.Code.UNAVAILABLE,
          Status.Code.UNKNOWN);

  private final MetricRegistry registry;

  public RpcCalls(MetricRegistry registry, ServiceDescriptor... services) {
    this.registry = registry;
    for (ServiceDescriptor service : services) {
      service
          .getMethods()
          .forEach(
              method -> STATUSES.forEach(status -> counter(method.getFullMethodName(), status)));
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    String requestId = requestId(headers);
    ServerCall<Q, A> counted =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            ended(method, requestId, status);
            super.close(status, trailers);
          }
        };
    return next.startCall(counted, headers);
  }

  private void ended(String method, String requestId, Status status) {
    counter(method, STATUSES.contains(status.getCode()) ? status.getCode() : Status.Code.UNKNOWN)
        .inc();
    String line = "request " + requestId + " " + method + ": " + status.getCode();
    switch (status.getCode()) {
      case INTERNAL, UNKNOWN -> LOG.log(Level.ERROR, line, status.getCause());
      case UNAVAILABLE -> LOG.log(Level.WARNING, line + ": " + status.getDescription());
      default -> LOG.log(Level.DEBUG, line);
    }
  }

  private Counter counter(String method, Status.Code status) {
    return registry.counter(
        "grpc_calls_total", new Tag("method", method), new Tag("status", status.name()));
  }

  private static String requestId(Metadata headers) {
    String given = headers.get(REQUEST_ID);
    return given != null && ACCEPTED.matcher(given).matches()
        ? given
        : UUID.randomUUID().toString();
  }
}
