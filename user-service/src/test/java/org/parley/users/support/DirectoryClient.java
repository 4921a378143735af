package org.parley.users.support;

import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.MetadataUtils;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parley.contract.directory.v1.BatchGetUsersRequest;
import org.parley.contract.directory.v1.GetUserRequest;
import org.parley.contract.directory.v1.ListDeletedUsersRequest;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.directory.v1.ListRevokedSessionsRequest;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.User;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc.UserDirectoryServiceBlockingStub;

/** Another service that asks about people. */
public final class DirectoryClient implements AutoCloseable {

  private final ManagedChannel channel;
  private final UserDirectoryServiceBlockingStub stub;

  public DirectoryClient(int port, String authorization) {
    Metadata headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), authorization);
    channel = NettyChannelBuilder.forAddress("localhost", port).usePlaintext().build();
    stub =
        UserDirectoryServiceGrpc.newBlockingStub(channel)
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  public User user(long id) {
    return patient().getUser(GetUserRequest.newBuilder().setUserId(id).build()).getUser();
  }

  public List<User> users(List<Long> ids) {
    return patient()
        .batchGetUsers(BatchGetUsersRequest.newBuilder().addAllUserIds(ids).build())
        .getUsersList();
  }

  public ListRevokedSessionsResponse revokedSessions(ListRevokedSessionsRequest request) {
    return patient().listRevokedSessions(request);
  }

  public ListDeletedUsersResponse deletedUsers(ListDeletedUsersRequest request) {
    return patient().listDeletedUsers(request);
  }

  private UserDirectoryServiceBlockingStub patient() {
    return stub.withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    channel.shutdownNow();
  }
}
