package org.parley.contract.rpc;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import org.parley.contract.trace.TraceParent;
import org.parley.contract.trace.Traces;

/**
 * Calls over gRPC as spans, named by their method, on both sides: only calls that belong to a
 * sampled trace, which goes along as {@code traceparent}. A trace that a caller begins is taken up;
 * it costs what the caller's own sampling makes it cost.
 */
public final class RpcTraces implements ClientInterceptor, ServerInterceptor {

  private static final Metadata.Key<String> TRACE_PARENT =
      Metadata.Key.of(TraceParent.HEADER, Metadata.ASCII_STRING_MARSHALLER);

  private final Traces traces;

  public RpcTraces(Traces traces) {
    this.traces = traces;
  }

  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    Span span = traces.beginWithin(method.getFullMethodName(), SpanKind.CLIENT);
    ClientCall<Q, A> call = next.newCall(method, options);
    if (!span.getSpanContext().isValid()) {
      return call;
    }
    return new SimpleForwardingClientCall<>(call) {
      @Override
      public void start(Listener<A> answers, Metadata headers) {
        TraceParent.of(span).ifPresent(parent -> headers.put(TRACE_PARENT, parent.text()));
        super.start(
            new SimpleForwardingClientCallListener<>(answers) {
              @Override
              public void onClose(Status status, Metadata trailers) {
                end(span, status);
                super.onClose(status, trailers);
              }
            },
            headers);
      }
    };
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Span span =
        TraceParent.parse(headers.get(TRACE_PARENT))
            .map(
                parent ->
                    traces.beginBelow(
                        parent.span(),
                        call.getMethodDescriptor().getFullMethodName(),
                        SpanKind.SERVER))
            .orElse(Span.getInvalid());
    if (!span.getSpanContext().isValid()) {
      return next.startCall(call, headers);
    }
    ServerCall<Q, A> watched =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            end(span, status);
            super.close(status, trailers);
          }
        };
    return new SimpleForwardingServerCallListener<>(next.startCall(watched, headers)) {
      // Where a unary call is carried out.
      @Override
      public void onHalfClose() {
        Traces.within(span, super::onHalfClose);
      }

      @Override
      public void onCancel() {
        end(span, Status.CANCELLED);
        super.onCancel();
      }
    };
  }

  private static void end(Span span, Status status) {
    if (!status.isOk()) {
      span.setStatus(StatusCode.ERROR, status.getCode().name());
    }
    span.end();
  }
}
