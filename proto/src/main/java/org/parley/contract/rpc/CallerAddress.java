package org.parley.contract.rpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.TrustedProxies;

/** From where calls come: the peer, or whom the edge names in {@code x-forwarded-for}. */
public final class CallerAddress implements ServerInterceptor {

  private static final Metadata.Key<String> FORWARDED_FOR =
      Metadata.Key.of("x-forwarded-for", Metadata.ASCII_STRING_MARSHALLER);

  private static final Context.Key<ClientAddress> ADDRESS = Context.key("org.parley.address");

  private final TrustedProxies proxies;

  public CallerAddress(TrustedProxies proxies) {
    this.proxies = proxies;
  }

  /** Of the call that is being handled, in services this interceptor is before. */
  public static ClientAddress current() {
    ClientAddress address = ADDRESS.get();
    if (address == null) {
      throw new IllegalStateException("asked for the address outside of a call");
    }
    return address;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Iterable<String> lines = headers.getAll(FORWARDED_FOR);
    ClientAddress address =
        proxies.client(peer(call), lines == null ? null : String.join(",", lines));
    return Contexts.interceptCall(
        Context.current().withValue(ADDRESS, address), call, headers, next);
  }

  private static @Nullable String peer(ServerCall<?, ?> call) {
    return call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) instanceof InetSocketAddress at
        ? at.getAddress().getHostAddress()
        : null;
  }
}
