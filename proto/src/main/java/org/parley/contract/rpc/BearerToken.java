package org.parley.contract.rpc;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.token.VerifiedToken;

/**
 * Who calls, by the access token in the metadata key {@code authorization}. Without a valid one a
 * call ends with UNAUTHENTICATED, unless its method is one of the few that anybody may call.
 */
public final class BearerToken implements ServerInterceptor {

  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private static final Context.Key<VerifiedToken> CALLER = Context.key("org.parley.caller");

  /** RFC 9110 §11.1: the scheme's case does not matter. */
  private static final String SCHEME = "bearer ";

  private final Function<String, VerifiedToken> verify;
  private final Set<String> open;

  /**
   * Asks for tokens.
   *
   * @param verify what a token says; throws a {@link ProblemException} for one that is not valid
   * @param open the methods that need none
   */
  public BearerToken(Function<String, VerifiedToken> verify, MethodDescriptor<?, ?>... open) {
    this.verify = verify;
    this.open =
        Arrays.stream(open)
            .map(MethodDescriptor::getFullMethodName)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The caller of the call that is being handled, in methods that are not open. */
  public static VerifiedToken caller() {
    VerifiedToken caller = CALLER.get();
    if (caller == null) {
      throw new IllegalStateException("asked for the caller of a call that anybody may make");
    }
    return caller;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    if (open.contains(call.getMethodDescriptor().getFullMethodName())) {
      return next.startCall(call, headers);
    }
    VerifiedToken caller;
    try {
      caller = verify.apply(token(headers));
    } catch (RuntimeException e) {
      StatusRuntimeException refusal = RpcProblems.of(e);
      call.close(refusal.getStatus(), refusal.getTrailers());
      return new ServerCall.Listener<>() {};
    }
    return Contexts.interceptCall(Context.current().withValue(CALLER, caller), call, headers, next);
  }

  private static String token(Metadata headers) {
    String given = headers.get(AUTHORIZATION);
    if (given == null || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw new ProblemException(
          ProblemType.UNAUTHORIZED, "Send an access token: authorization: Bearer <token>.");
    }
    return given.substring(SCHEME.length()).strip();
  }
}
