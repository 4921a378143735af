package org.parley.chat.directory;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc;
import org.parley.contract.rpc.RpcCalls;

/** Counts our calls as {@code grpc_calls_total{method,status}}, every series from zero. */
@ApplicationScoped
class GrpcClientMetrics implements ClientInterceptor {

  @Inject private MetricRegistry registry;

  void register(@Observes Startup startup) {
    UserDirectoryServiceGrpc.getServiceDescriptor()
        .getMethods()
        .forEach(
            method -> {
              for (Status.Code code : Status.Code.values()) {
                counter(method, code);
              }
            });
  }

  private Counter counter(MethodDescriptor<?, ?> method, Status.Code code) {
    return registry.counter(
        RpcCalls.COUNTER,
        new Tag("method", method.getFullMethodName()),
        new Tag("status", code.name()));
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<A> answers, Metadata headers) {
        super.start(
            new SimpleForwardingClientCallListener<>(answers) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                counter(method, status.getCode()).inc();
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }
}
