package org.parley.contract.rpc;

import static org.parley.contract.metric.Metrics.described;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServiceDescriptor;
import io.grpc.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.parley.contract.RequestId;
import org.parley.contract.log.LogContext;

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

  /** Calls that were answered and calls that were made are counted under one name. */
  public static final org.eclipse.microprofile.metrics.Metadata COUNTER =
      described("grpc_calls_total", "Calls over gRPC, by method and outcome.");

  private final MetricRegistry registry;

  public RpcCalls(MetricRegistry registry, ServiceDescriptor... services) {
    this.registry = registry;
    for (ServiceDescriptor service : services) {
      for (MethodDescriptor<?, ?> method : service.getMethods()) {
        for (Status.Code status : Status.Code.values()) {
          counter(method.getFullMethodName(), status);
        }
      }
    }
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String method = call.getMethodDescriptor().getFullMethodName();
    String requestId = RequestId.of(headers.get(REQUEST_ID));
    Deadline deadline = Context.current().getDeadline();
    AtomicBoolean counted = new AtomicBoolean();
    ServerCall<Q, A> watched =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            if (counted.compareAndSet(false, true)) {
              ended(method, requestId, status);
            }
            super.close(status, trailers);
          }
        };
    return new SimpleForwardingServerCallListener<>(next.startCall(watched, headers)) {
      // Where a unary call is carried out.
      @Override
      public void onHalfClose() {
        LogContext.ofRequest(requestId, 0)
            .call(
                () -> {
                  super.onHalfClose();
                  return null;
                });
      }

      // The caller ended it, or its deadline did; nobody closes the call then.
      @Override
      public void onCancel() {
        if (counted.compareAndSet(false, true)) {
          boolean late = deadline != null && deadline.isExpired();
          ended(method, requestId, late ? Status.DEADLINE_EXCEEDED : Status.CANCELLED);
        }
        super.onCancel();
      }
    };
  }

  private void ended(String method, String requestId, Status status) {
    counter(method, status.getCode()).inc();
    String line = "request " + requestId + " " + method + ": " + status.getCode();
    switch (status.getCode()) {
      case INTERNAL, UNKNOWN -> LOG.log(Level.ERROR, line, status.getCause());
      case UNAVAILABLE -> LOG.log(Level.WARNING, line + ": " + status.getDescription());
      default -> LOG.log(Level.DEBUG, line);
    }
  }

  private Counter counter(String method, Status.Code status) {
    return registry.counter(COUNTER, new Tag("method", method), new Tag("status", status.name()));
  }
}
