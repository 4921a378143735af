package org.parley.contract.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.token.VerifiedToken;
import org.parley.contract.trace.Traces;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.GetMeResponse;
import org.parley.contract.users.v1.LoginRequest;
import org.parley.contract.users.v1.LoginResponse;
import org.parley.contract.users.v1.User;
import org.parley.contract.users.v1.UserServiceGrpc;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceBlockingStub;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceImplBase;

/** On the loopback interface only: a port with one service that knows one token. */
class RpcServerTest {

  private static final int PATIENCE_SECONDS = 20;

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private RpcServer server;
  private ManagedChannel channel;

  /** Login is open, GetMe is not. */
  private static final class Users extends UserServiceImplBase {
    @Override
    public void login(LoginRequest request, StreamObserver<LoginResponse> answer) {
      Unary.answer(answer, LoginResponse::getDefaultInstance);
    }

    @Override
    public void getMe(GetMeRequest request, StreamObserver<GetMeResponse> answer) {
      Unary.answer(
          answer,
          () ->
              GetMeResponse.newBuilder()
                  .setUser(User.newBuilder().setId(BearerToken.caller().userId()))
                  .build());
    }
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.close();
    executor.close();
  }

  @Test
  void knowsTheCallerByTheirToken() throws IOException {
    open(false);
    assertThat(users("Bearer good").getMe(GetMeRequest.getDefaultInstance()).getUser().getId())
        .isEqualTo(7);
    assertThat(users("bearer good").getMe(GetMeRequest.getDefaultInstance()).getUser().getId())
        .as("the scheme's case does not matter")
        .isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer bad", "Bearer", "Bearer ", "Basic good", "good", ""})
  void letsNobodyElseIn(String authorization) throws IOException {
    open(false);
    assertThat(refusal(() -> users(authorization).getMe(GetMeRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void asksForNoTokenWhereAnybodyMayCall() throws IOException {
    open(false);
    UserServiceBlockingStub nobody = UserServiceGrpc.newBlockingStub(channel);
    assertThat(nobody.login(LoginRequest.getDefaultInstance()))
        .isEqualTo(LoginResponse.getDefaultInstance());
    assertThat(refusal(() -> nobody.getMe(GetMeRequest.getDefaultInstance())))
        .isEqualTo(Status.Code.UNAUTHENTICATED);
  }

  @Test
  void refusesMessagesAndMetadataBeyondTheirLimits() throws IOException {
    open(false);
    LoginRequest large = LoginRequest.newBuilder().setPassword("x".repeat(64 * 1024)).build();
    assertThat(refusal(() -> UserServiceGrpc.newBlockingStub(channel).login(large)))
        .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(
            refusal(
                () ->
                    users("Bearer " + "x".repeat(9 * 1024))
                        .getMe(GetMeRequest.getDefaultInstance())))
        .as("HTTP/2's own refusal, 431")
        .isEqualTo(Status.Code.INTERNAL);
    assertThat(users("Bearer good").getMe(GetMeRequest.getDefaultInstance()).hasUser())
        .as("the port goes on")
        .isTrue();
  }

  @Test
  void tellsWhichServicesThereAreWhenItIsSetTo() throws Exception {
    open(true);
    assertThat(services()).contains("parley.users.v1.UserService");
  }

  @Test
  void tellsNothingAboutItselfOtherwise() throws IOException {
    open(false);
    assertThat(catchThrowableOfType(ExecutionException.class, this::services).getCause())
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
  }

  private void open(boolean reflection) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    ServerServiceDefinition service =
        ServerInterceptors.interceptForward(
            new Users(), new BearerToken(RpcServerTest::verify, UserServiceGrpc.getLoginMethod()));
    server =
        new RpcServer(
            new RpcSettings("localhost", port, reflection, null),
            executor,
            Traces.OFF,
            List.of(service));
    channel = NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
  }

  private static VerifiedToken verify(String token) {
    if (token.equals("good")) {
      return new VerifiedToken(7, "alice", 70, Set.of("user"), Instant.MAX);
    }
    throw new ProblemException(ProblemType.UNAUTHORIZED);
  }

  private UserServiceBlockingStub users(String authorization) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    return UserServiceGrpc.newBlockingStub(channel)
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static Status.Code refusal(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private List<String> services() throws Exception {
    CompletableFuture<List<String>> names = new CompletableFuture<>();
    StreamObserver<ServerReflectionRequest> ask =
        ServerReflectionGrpc.newStub(channel)
            .serverReflectionInfo(
                new StreamObserver<>() {
                  @Override
                  public void onNext(ServerReflectionResponse answer) {
                    names.complete(
                        answer.getListServicesResponse().getServiceList().stream()
                            .map(ServiceResponse::getName)
                            .toList());
                  }

                  @Override
                  public void onError(Throwable refusal) {
                    names.completeExceptionally(refusal);
                  }

                  @Override
                  public void onCompleted() {}
                });
    ask.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    return names.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }
}
