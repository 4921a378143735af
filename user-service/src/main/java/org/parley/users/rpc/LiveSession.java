package org.parley.users.rpc;

import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.RpcProblems;
import org.parley.contract.token.VerifiedToken;

/**
 * Refuses callers whose session has ended, though their token is good for some minutes more. Stands
 * behind {@link BearerToken}.
 */
final class LiveSession implements ServerInterceptor {

  private final Consumer<VerifiedToken> requireLive;
  private final Set<String> open;

  /**
   * Asks whether sessions go on.
   *
   * @param requireLive throws for a session that has ended
   * @param open the methods that need none
   */
  LiveSession(Consumer<VerifiedToken> requireLive, MethodDescriptor<?, ?>... open) {
    this.requireLive = requireLive;
    this.open =
        Arrays.stream(open)
            .map(MethodDescriptor::getFullMethodName)
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (!open.contains(call.getMethodDescriptor().getFullMethodName())) {
      try {
        requireLive.accept(BearerToken.caller());
      } catch (RuntimeException e) {
        StatusRuntimeException refusal = RpcProblems.of(e);
        call.close(refusal.getStatus(), refusal.getTrailers());
        return new ServerCall.Listener<>() {};
      }
    }
    return next.startCall(call, headers);
  }
}
