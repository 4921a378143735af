package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.JOINED;
import static org.parley.system.rpc.RpcClient.refusal;
import static org.parley.system.rpc.RpcClient.status;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.MetadataUtils;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.contract.directory.v1.GetUserRequest;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc;
import org.parley.contract.rooms.v1.ListMyRoomsRequest;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceImplBase;
import org.parley.system.edge.Edge;
import org.parley.system.edge.Identity;
import org.parley.system.edge.SecondAddress;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** gRPC through the edge, over TLS at the origin and without TLS at a port of its own. */
@WithRunningSystem
class EdgeRpcIT {

  private static final int PATIENCE_SECONDS = 20;
  private static final Metadata.Key<String> REQUEST_ID =
      Metadata.Key.of("x-request-id", Metadata.ASCII_STRING_MARSHALLER);

  private static Identity identity;
  private static Path trusted;

  private final RunningSystem system;
  private Edge edge;

  EdgeRpcIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  static void identity(@TempDir Path folder) throws Exception {
    identity = Identity.make(folder);
    trusted = identity.certificateIn(folder);
  }

  @BeforeEach
  void edge(@TempDir Path folder) throws Exception {
    edge = Edge.of(system, folder);
    identity.writeTo(edge.tls());
  }

  @AfterEach
  void stop() throws Exception {
    if (edge != null) {
      edge.close();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesCallsAndStreamsOfTheThreePublicServices(boolean tls) throws Exception {
    edge.name("chat-service", "127.0.0.1").start();
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (RpcClient client = connect(tls, ada);
        RoomEvents events = RoomEvents.of(client.chat(), room)) {
      events.next(JOINED);
      assertThat(client.users().getMe(GetMeRequest.getDefaultInstance()).getUser().getId())
          .isEqualTo(ada.id());
      assertThat(client.rooms().listMyRooms(ListMyRoomsRequest.getDefaultInstance()).getRoomsList())
          .hasSize(1);
      client.chat().sendMessage(message(room, "over the edge"));
      assertThat(events.nextMessage().getContent()).isEqualTo("over the edge");
      assertThat(refusal(() -> client.chat().sendMessage(message(room, " "))))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      assertThat(status(() -> client.chat().sendMessage(message(room, "x".repeat(70_000)))))
          .isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void passesNoneOfTheServicesBetweenServices(boolean tls) throws Exception {
    edge.name("chat-service", "127.0.0.1").start();
    Place direct = system.description().userService();
    try (RpcClient outside = connect(tls, null);
        RpcClient inside = RpcClient.to(direct, null)) {
      assertThat(status(() -> askDirectory(inside))).isEqualTo(Status.Code.UNAUTHENTICATED);
      assertThat(status(() -> askDirectory(outside))).isEqualTo(Status.Code.UNIMPLEMENTED);
    }
  }

  private static void askDirectory(RpcClient client) {
    UserDirectoryServiceGrpc.newBlockingStub(client.channel())
        .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .getUser(GetUserRequest.getDefaultInstance());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void isUnavailableWithoutAnInstanceAndGoesOnToTheNext(boolean tls) throws Exception {
    edge.start();
    Visitor ada = Visitor.signUp(system, "ada");
    try (RpcClient client = connect(tls, ada)) {
      assertThat(refusal(() -> myRooms(client))).isEqualTo("UNAVAILABLE unavailable");

      edge.name("chat-service", SecondAddress.ADDRESS);
      edge.awaitLine("edge: chat " + SecondAddress.ADDRESS);
      assertThat(refusal(() -> myRooms(client))).isEqualTo("UNAVAILABLE unavailable");

      edge.name("chat-service", "127.0.0.1", SecondAddress.ADDRESS);
      edge.await("an instance", () -> answers(client));
      for (int i = 0; i < 10; i++) {
        myRooms(client);
      }
    }
  }

  private static boolean answers(RpcClient client) {
    try {
      myRooms(client);
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  private static void myRooms(RpcClient client) {
    client.rooms().listMyRooms(ListMyRoomsRequest.getDefaultInstance());
  }

  @Test
  void streamsOutliveReloads() throws Exception {
    edge.name("chat-service", "127.0.0.1").start();
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    try (RpcClient client = connect(true, ada);
        RoomEvents events = RoomEvents.of(client.chat(), room)) {
      events.next(JOINED);
      edge.name("chat-service", "127.0.0.1", SecondAddress.ADDRESS);
      edge.awaitReload();
      ada.say(room, "still there?");
      assertThat(events.nextMessage().getContent()).isEqualTo("still there?");
    }
  }

  @Test
  void aStreamOfAnInstanceThatDiesEndsAtOnce() throws Exception {
    Place first = system.description().chat().getFirst();
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    edge.name("chat-service", SecondAddress.ADDRESS);
    try (SecondAddress instance = new SecondAddress(first.grpcPort(), first.grpcPort())) {
      edge.start();
      try (RpcClient client = connect(true, ada);
          RoomEvents events = RoomEvents.of(client.chat(), room)) {
        events.next(JOINED);
        instance.cut();
        assertThat(status(events::next)).isEqualTo(Status.Code.INTERNAL);
      }
    }
  }

  @Test
  void tellsTheServiceWhoCallsAndTheRequestId() throws Exception {
    CompletableFuture<Metadata> told = new CompletableFuture<>();
    Place user = system.description().userService();
    Server service =
        NettyServerBuilder.forAddress(new InetSocketAddress(SecondAddress.ADDRESS, user.grpcPort()))
            .addService(new UserServiceImplBase() {})
            .intercept(keeping(told))
            .build()
            .start();
    edge.name("user-service", SecondAddress.ADDRESS).start();
    Metadata said = new Metadata();
    said.put(REQUEST_ID, "a-request-of-a-test");
    said.put(key("x-forwarded-for"), "192.0.2.1");
    try (RpcClient client = connect(true, null)) {
      assertThat(
              status(
                  () ->
                      client
                          .users()
                          .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(said))
                          .getMe(GetMeRequest.getDefaultInstance())))
          .isEqualTo(Status.Code.UNIMPLEMENTED);
      Metadata metadata = told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(metadata.getAll(REQUEST_ID)).containsExactly("a-request-of-a-test");
      assertThat(metadata.getAll(key("x-forwarded-for"))).containsExactly("127.0.0.1");
      assertThat(metadata.getAll(key("x-forwarded-proto"))).containsExactly("https");
    } finally {
      service.shutdownNow();
    }
  }

  private static ServerInterceptor keeping(CompletableFuture<Metadata> told) {
    return new ServerInterceptor() {
      @Override
      public <Q, A> ServerCall.Listener<Q> interceptCall(
          ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        told.complete(headers);
        return next.startCall(call, headers);
      }
    };
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }

  private static SendMessageRequest message(long room, String content) {
    return SendMessageRequest.newBuilder().setRoomId(room).setContent(content).build();
  }

  private RpcClient connect(boolean tls, Visitor visitor) throws Exception {
    String token = visitor == null ? null : visitor.token();
    return tls
        ? RpcClient.secure(edge.tlsPort(), trusted, token)
        : RpcClient.plaintext(edge.grpcPort(), token);
  }
}
