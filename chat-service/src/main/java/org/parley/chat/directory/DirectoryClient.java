package org.parley.chat.directory;

import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.parley.chat.platform.PeerSettings;
import org.parley.contract.directory.v1.BatchGetUsersRequest;
import org.parley.contract.directory.v1.ListDeletedUsersRequest;
import org.parley.contract.directory.v1.ListDeletedUsersResponse;
import org.parley.contract.directory.v1.ListRevokedSessionsRequest;
import org.parley.contract.directory.v1.ListRevokedSessionsResponse;
import org.parley.contract.directory.v1.User;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc.UserDirectoryServiceBlockingStub;
import org.parley.contract.rpc.Protos;
import org.parley.contract.rpc.RpcTraces;
import org.parley.contract.trace.Traces;

/** The calls to user-service: one channel, the service credential, a deadline on every call. */
@ApplicationScoped
class DirectoryClient {

  private static final Logger LOG = System.getLogger(DirectoryClient.class.getName());

  /** As many ids as one call takes; see user_directory.proto. */
  private static final int MAX_BATCH = 500;

  /**
   * A call takes a millisecond or two; a page of history should not wait longer than this for
   * names.
   */
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  /** The first call of a process loads a thousand classes; nobody waits for it. */
  private static final Duration WARM_UP_DEADLINE = Duration.ofSeconds(20);

  @Inject private PeerSettings settings;
  @Inject private GrpcClientMetrics metrics;
  @Inject private Traces traces;

  @Resource private ManagedExecutorService executor;

  private ManagedChannel channel;
  private UserDirectoryServiceBlockingStub directory;

  void open(@Observes Startup startup) {
    NettyChannelBuilder builder =
        NettyChannelBuilder.forTarget("dns:///" + settings.userService().grpc())
            .defaultLoadBalancingPolicy("round_robin")
            .intercept(
                metrics,
                new RpcTraces(traces),
                new ServiceCredentialInterceptor(settings.serviceCredential()));
    Path ca = settings.userService().ca();
    channel = (ca == null ? builder.usePlaintext() : builder.sslContext(encryption(ca))).build();
    directory = UserDirectoryServiceGrpc.newBlockingStub(channel);
    executor.execute(this::warmUp);
  }

  /** With whoever this authority vouches for, by the name we call them. */
  private SslContext encryption(Path ca) {
    Path certificate = settings.userService().certificate();
    Path key = settings.userService().key();
    try {
      SslContextBuilder builder = GrpcSslContexts.forClient().trustManager(ca.toFile());
      if (certificate != null && key != null) {
        builder.keyManager(certificate.toFile(), key.toFile());
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "PARLEY_USER_GRPC_CA%s cannot be used: %s"
              .formatted(
                  certificate == null ? "" : ", _CERT or _KEY of the same name", e.getMessage()),
          e);
    }
  }

  private void warmUp() {
    try {
      directory
          .withDeadlineAfter(WARM_UP_DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
          .withWaitForReady()
          .batchGetUsers(BatchGetUsersRequest.getDefaultInstance());
    } catch (StatusRuntimeException e) {
      LOG.log(Level.WARNING, "user-service does not answer yet: {0}", e.getStatus().getCode());
    }
  }

  /** The people with these ids, without those nobody has. Throws {@code StatusRuntimeException}. */
  List<User> users(Set<? extends Long> ids) {
    List<Long> all = List.copyOf(ids);
    List<User> found = new ArrayList<>(all.size());
    for (int from = 0; from < all.size(); from += MAX_BATCH) {
      List<Long> batch = all.subList(from, Math.min(from + MAX_BATCH, all.size()));
      BatchGetUsersRequest request = BatchGetUsersRequest.newBuilder().addAllUserIds(batch).build();
      found.addAll(
          directory
              .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
              .batchGetUsers(request)
              .getUsersList());
    }
    return found;
  }

  /**
   * The next page of sessions that have ended; see user_directory.proto. Throws {@code
   * StatusRuntimeException}.
   */
  ListRevokedSessionsResponse revokedSessions(Instant since, long afterSessionId) {
    return directory
        .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .listRevokedSessions(
            ListRevokedSessionsRequest.newBuilder()
                .setSince(Protos.timestamp(since))
                .setAfterSessionId(afterSessionId)
                .build());
  }

  /**
   * The next page of people who deleted their account; see user_directory.proto. Throws {@code
   * StatusRuntimeException}.
   */
  ListDeletedUsersResponse deletedUsers(Instant since, long afterUserId) {
    return directory
        .withDeadlineAfter(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)
        .listDeletedUsers(
            ListDeletedUsersRequest.newBuilder()
                .setSince(Protos.timestamp(since))
                .setAfterUserId(afterUserId)
                .build());
  }

  @PreDestroy
  void close() {
    if (channel != null) {
      channel.shutdownNow();
    }
  }
}
