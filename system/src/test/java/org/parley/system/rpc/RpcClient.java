package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.AbstractBlockingStub;
import io.grpc.stub.MetadataUtils;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.parley.contract.chat.v1.ChatServiceGrpc;
import org.parley.contract.chat.v1.ChatServiceGrpc.ChatServiceBlockingStub;
import org.parley.contract.rooms.v1.RoomServiceGrpc;
import org.parley.contract.rooms.v1.RoomServiceGrpc.RoomServiceBlockingStub;
import org.parley.contract.users.v1.UserServiceGrpc;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceBlockingStub;
import org.parley.system.run.SystemDescription.Place;

/** A plain grpc-java client: a channel to one port, with a token or without. */
public final class RpcClient implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final ManagedChannel channel;
  private final String token;

  private RpcClient(ManagedChannel channel, String token) {
    this.channel = channel;
    this.token = token;
  }

  public static RpcClient to(Place place, String token) {
    return plaintext(place.grpcPort(), token);
  }

  static RpcClient plaintext(int port, String token) {
    return new RpcClient(
        NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build(), token);
  }

  /** Over TLS, to whoever shows one of the certificates in this file. */
  static RpcClient secure(int port, Path trusted, String token) throws SSLException {
    return new RpcClient(
        NettyChannelBuilder.forAddress("localhost", port)
            .sslContext(GrpcSslContexts.forClient().trustManager(trusted.toFile()).build())
            .build(),
        token);
  }

  public UserServiceBlockingStub users() {
    return patient(UserServiceGrpc.newBlockingStub(channel));
  }

  public RoomServiceBlockingStub rooms() {
    return patient(RoomServiceGrpc.newBlockingStub(channel));
  }

  public ChatServiceBlockingStub chat() {
    return patient(ChatServiceGrpc.newBlockingStub(channel));
  }

  ManagedChannel channel() {
    return channel;
  }

  /** What the call is refused with: {@code STATUS code}. */
  static String refusal(Runnable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal).as("a refusal").isNotNull();
    return refusal.getStatus().getCode() + " " + problemCode(refusal);
  }

  public static String problemCode(StatusRuntimeException refusal) {
    for (Any detail : StatusProto.fromThrowable(refusal).getDetailsList()) {
      if (detail.is(ErrorInfo.class)) {
        try {
          return detail.unpack(ErrorInfo.class).getReason();
        } catch (InvalidProtocolBufferException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return "-";
  }

  static Status.Code status(Runnable call) {
    return catchThrowableOfType(StatusRuntimeException.class, call::run).getStatus().getCode();
  }

  private <S extends AbstractBlockingStub<S>> S patient(S stub) {
    S patient = stub.withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (token == null) {
      return patient;
    }
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return patient.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
