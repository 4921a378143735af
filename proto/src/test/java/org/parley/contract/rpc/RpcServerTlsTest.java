package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.contract.rpc.RpcSettings.KeyPair;
import org.parley.contract.secure.CertificateAuthority;
import org.parley.contract.trace.Traces;
import org.parley.contract.users.v1.LoginRequest;
import org.parley.contract.users.v1.LoginResponse;
import org.parley.contract.users.v1.UserServiceGrpc;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceImplBase;

/** On the loopback interface only: a port that proves itself, and who can talk to it. */
class RpcServerTlsTest {

  private static final int PATIENCE_SECONDS = 20;

  @TempDir private static Path folder;

  private static final ExecutorService EXECUTOR = Executors.newCachedThreadPool();
  private static CertificateAuthority authority;
  private static KeyPair keyPair;
  private static RpcServer server;
  private static int port;

  private static final class Users extends UserServiceImplBase {
    @Override
    public void login(LoginRequest request, StreamObserver<LoginResponse> answer) {
      Unary.answer(answer, LoginResponse::getDefaultInstance);
    }
  }

  @BeforeAll
  static void open() throws IOException {
    authority = CertificateAuthority.in(folder.resolve("ours"));
    CertificateAuthority.KeyPair made = authority.issue("localhost");
    keyPair = new KeyPair(made.certificate(), made.key(), null);
    port = freePort();
    server = open(port, keyPair);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @AfterAll
  static void close() {
    server.close();
    EXECUTOR.close();
  }

  @Test
  void whoeverKnowsTheAuthorityCanCall() throws SSLException {
    login(trusting(authority));
  }

  @Test
  void nobodyElseBelievesIt() throws SSLException {
    CertificateAuthority stranger = CertificateAuthority.in(folder.resolve("stranger"));
    assertUnreachable(trusting(stranger));
    assertUnreachable(NettyChannelBuilder.forAddress("localhost", port));
  }

  @Test
  void itIsBelievedByItsOwnNameOnly() throws SSLException {
    assertUnreachable(trusting(authority).overrideAuthority("elsewhere.example.org"));
  }

  @Test
  void plaintextIsNotSpoken() {
    assertUnreachable(NettyChannelBuilder.forAddress("localhost", port).usePlaintext());
  }

  @Test
  void letsOnlyThoseInForWhomTheAuthorityOfCallersVouches() throws IOException {
    CertificateAuthority callers = CertificateAuthority.in(folder.resolve("callers"));
    CertificateAuthority strangers = CertificateAuthority.in(folder.resolve("strangers"));
    int closed = freePort();
    KeyPair asking = new KeyPair(keyPair.certificate(), keyPair.key(), callers.certificate());
    try (RpcServer guarded = open(closed, asking)) {
      assertThat(guarded).isNotNull();
      login(proving(closed, callers.issue("chat-service")));
      assertUnreachable(proving(closed, strangers.issue("chat-service")));
      assertUnreachable(proving(closed, null));
    }
  }

  private static NettyChannelBuilder proving(int to, CertificateAuthority.KeyPair proof)
      throws SSLException {
    SslContextBuilder builder =
        GrpcSslContexts.forClient().trustManager(authority.certificate().toFile());
    if (proof != null) {
      builder.keyManager(proof.certificate().toFile(), proof.key().toFile());
    }
    return NettyChannelBuilder.forAddress("localhost", to).sslContext(builder.build());
  }

  @Test
  void doesNotOpenWithFilesThatAreNoKeyPair() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");
    for (KeyPair wrong :
        List.of(
            new KeyPair(text, keyPair.key(), null),
            new KeyPair(keyPair.certificate(), text, null),
            new KeyPair(keyPair.key(), keyPair.certificate(), null))) {
      assertThatThrownBy(() -> open(0, wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("PARLEY_GRPC_CERT and PARLEY_GRPC_KEY cannot be used: ");
    }
  }

  private static RpcServer open(int port, KeyPair keyPair) throws IOException {
    return new RpcServer(
        new RpcSettings("localhost", port, false, keyPair),
        EXECUTOR,
        Traces.OFF,
        List.of(new Users().bindService()));
  }

  private static NettyChannelBuilder trusting(CertificateAuthority who) throws SSLException {
    return NettyChannelBuilder.forAddress("localhost", port)
        .sslContext(GrpcSslContexts.forClient().trustManager(who.certificate().toFile()).build());
  }

  private static void assertUnreachable(NettyChannelBuilder way) {
    StatusRuntimeException failure =
        catchThrowableOfType(StatusRuntimeException.class, () -> login(way));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE);
  }

  private static void login(NettyChannelBuilder way) {
    ManagedChannel channel = way.build();
    try {
      assertThat(
              UserServiceGrpc.newBlockingStub(channel)
                  .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                  .login(LoginRequest.getDefaultInstance()))
          .isEqualTo(LoginResponse.getDefaultInstance());
    } finally {
      channel.shutdownNow();
    }
  }
}
