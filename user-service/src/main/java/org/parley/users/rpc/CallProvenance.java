package org.parley.users.rpc;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import org.parley.contract.rpc.CallerAddress;
import org.parley.users.audit.Provenance;

/** Tells the audit log where calls come from. Stands behind {@link CallerAddress}. */
final class CallProvenance implements ServerInterceptor {

  private static final Metadata.Key<String> USER_AGENT =
      Metadata.Key.of("user-agent", Metadata.ASCII_STRING_MARSHALLER);

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String address = CallerAddress.current().text();
    String userAgent = headers.get(USER_AGENT);
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      // Where a unary call is carried out.
      @Override
      public void onHalfClose() {
        Provenance.within(address, userAgent, super::onHalfClose);
      }
    };
  }
}
