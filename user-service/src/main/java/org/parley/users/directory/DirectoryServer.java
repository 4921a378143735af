package org.parley.users.directory;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;

/**
 * The gRPC port: open while the application runs. Calls are handled on the server's own threads.
 */
@ApplicationScoped
class DirectoryServer {

  private static final Logger LOG = System.getLogger(DirectoryServer.class.getName());

  /** The largest request is 500 ids, 5 kB. */
  private static final int LARGEST_MESSAGE_BYTES = 64 * 1024;

  /** A credential, a request id, a deadline. */
  private static final int LARGEST_METADATA_BYTES = 8 * 1024;

  /** A few chat instances with a handful of lookups each; what comes beyond waits at the caller. */
  private static final int CALLS_PER_CONNECTION = 100;

  /** Callers may ask every 10 s whether we are still there, also between calls. */
  private static final int KEEP_ALIVE_SECONDS = 10;

  /** Lookups take milliseconds. */
  private static final int DRAIN_SECONDS = 2;

  @Inject private Settings settings;
  @Inject private UserDirectoryEndpoint endpoint;
  @Inject private MetricRegistry registry;

  @Resource private ManagedExecutorService executor;

  private Server server;

  void start(@Observes Startup event) {
    DirectorySettings directory = DirectorySettings.from(settings);
    try {
      server =
          NettyServerBuilder.forAddress(address(directory))
              .executor(executor)
              .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
              .maxInboundMetadataSize(LARGEST_METADATA_BYTES)
              .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
              .permitKeepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
              .permitKeepAliveWithoutCalls(true)
              .addService(
                  ServerInterceptors.interceptForward(
                      endpoint,
                      new GrpcCalls(registry),
                      new ServiceCredential(directory.credential())))
              .build()
              .start();
    } catch (IOException e) {
      throw new BadSettingException(
          "Port %d for gRPC cannot be opened on %s: something listens there already, or the address is not ours. Set"
                  .formatted(directory.port(), directory.host())
              + " PARLEY_GRPC_PORT or PARLEY_HTTP_HOST.",
          e);
    }
    LOG.log(Level.INFO, "gRPC listens on {0}:{1,number,#}", directory.host(), server.getPort());
  }

  @PreDestroy
  void stop() {
    if (server == null) {
      return;
    }
    server.shutdown();
    try {
      if (server.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
  }

  private static InetSocketAddress address(DirectorySettings directory) {
    return directory.host().equals("*")
        ? new InetSocketAddress(directory.port())
        : new InetSocketAddress(directory.host(), directory.port());
  }
}
