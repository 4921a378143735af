package org.parley.users.support;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.TimeUnit;
import org.parley.contract.users.v1.GetMeRequest;
import org.parley.contract.users.v1.GetUserRequest;
import org.parley.contract.users.v1.LogoutRequest;
import org.parley.contract.users.v1.User;
import org.parley.contract.users.v1.UserServiceGrpc;
import org.parley.contract.users.v1.UserServiceGrpc.UserServiceBlockingStub;

/** A person over gRPC. */
public final class UserClient implements AutoCloseable {

  private final ManagedChannel channel;
  private final UserServiceBlockingStub stub;

  public UserClient(String token) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    channel =
        NettyChannelBuilder.forAddress("localhost", Integer.getInteger("parley.it.grpc.port"))
            .usePlaintext()
            .build();
    stub =
        UserServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  public User me() {
    return patient().getMe(GetMeRequest.getDefaultInstance()).getUser();
  }

  public User user(long id) {
    return patient().getUser(GetUserRequest.newBuilder().setUserId(id).build()).getUser();
  }

  public void logOut() {
    patient().logout(LogoutRequest.getDefaultInstance());
  }

  private UserServiceBlockingStub patient() {
    return stub.withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
