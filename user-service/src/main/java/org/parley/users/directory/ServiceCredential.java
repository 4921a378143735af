package org.parley.users.directory;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Lets only those in who know the credential. The comparison takes the same time wherever the first
 * wrong byte is.
 */
final class ServiceCredential implements ServerInterceptor {

  private static final Logger LOG = System.getLogger(ServiceCredential.class.getName());

  static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final byte[] expected;

  ServiceCredential(String credential) {
    this.expected = ("Bearer " + credential).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    String given = headers.get(AUTHORIZATION);
    if (given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected)) {
      return next.startCall(call, headers);
    }
    LOG.log(
        Level.DEBUG,
        "{0} was asked without our credential",
        call.getMethodDescriptor().getFullMethodName());
    call.close(
        Status.UNAUTHENTICATED.withDescription("the service credential is missing or wrong"),
        new Metadata());
    return new ServerCall.Listener<>() {};
  }
}
