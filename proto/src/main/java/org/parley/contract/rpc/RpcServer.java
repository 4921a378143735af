package org.parley.contract.rpc;

import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.ClientAuth;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContext;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.parley.contract.rpc.RpcSettings.KeyPair;
import org.parley.contract.trace.Traces;

/** The gRPC port of a service: open from its construction until it is closed. */
public final class RpcServer implements AutoCloseable {

  private static final Logger LOG = System.getLogger(RpcServer.class.getName());

  /** As a request over REST or a frame may have; the longest message is 16 kB of UTF-8. */
  private static final int LARGEST_MESSAGE_BYTES = 64 * 1024;

  /** A token or credential, a request id, a deadline. */
  private static final int LARGEST_METADATA_BYTES = 8 * 1024;

  /** Somebody with more at once opens another connection or waits. */
  private static final int CALLS_PER_CONNECTION = 100;

  /** Callers may ask every 10 s whether we are still there, also between calls. */
  private static final int PERMITTED_KEEP_ALIVE_SECONDS = 10;

  /** As the heartbeat of sockets: who follows a room and is gone is noticed within two of these. */
  private static final int KEEP_ALIVE_SECONDS = 25;

  /** Unary calls take milliseconds; streams are ended. */
  private static final int DRAIN_SECONDS = 2;

  private final Server server;

  /**
   * Opens the port.
   *
   * @param executor what calls are handled on
   * @param traces takes up the traces of callers
   * @throws IOException when the port is taken or the address is not ours
   * @throws IllegalArgumentException with a sentence, when the key pair cannot be used
   */
  public RpcServer(
      RpcSettings settings,
      Executor executor,
      Traces traces,
      List<ServerServiceDefinition> services)
      throws IOException {
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address(settings))
            .executor(executor)
            .maxInboundMessageSize(LARGEST_MESSAGE_BYTES)
            .maxInboundMetadataSize(LARGEST_METADATA_BYTES)
            .maxConcurrentCallsPerConnection(CALLS_PER_CONNECTION)
            .permitKeepAliveTime(PERMITTED_KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .permitKeepAliveWithoutCalls(true)
            .keepAliveTime(KEEP_ALIVE_SECONDS, TimeUnit.SECONDS)
            .intercept(new RpcTraces(traces))
            .addServices(services);
    if (settings.reflection()) {
      builder.addService(ProtoReflectionServiceV1.newInstance());
    }
    KeyPair keyPair = settings.keyPair();
    if (keyPair != null) {
      builder.sslContext(encryption(keyPair));
    }
    server = builder.build().start();
    LOG.log(
        Level.INFO,
        "gRPC listens on {0}:{1,number,#}, {2}",
        settings.host(),
        server.getPort(),
        keyPair == null ? "plaintext" : "TLS");
  }

  /** Takes no more calls; those under way go on. */
  public void stopAccepting() {
    server.shutdown();
  }

  /** Lets calls under way finish for a moment, ends the others, and closes the port. */
  @Override
  public void close() {
    stopAccepting();
    try {
      if (server.awaitTermination(DRAIN_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.shutdownNow();
  }

  private static SslContext encryption(KeyPair keyPair) {
    try {
      SslContextBuilder builder =
          GrpcSslContexts.forServer(keyPair.certificate().toFile(), keyPair.key().toFile());
      Path clientCa = keyPair.clientCa();
      if (clientCa != null) {
        builder.trustManager(clientCa.toFile()).clientAuth(ClientAuth.REQUIRE);
      }
      return builder.build();
    } catch (SSLException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s and %s%s cannot be used: %s"
              .formatted(
                  RpcSettings.CERTIFICATE,
                  RpcSettings.KEY,
                  keyPair.clientCa() == null ? "" : ", or " + RpcSettings.CLIENT_CA,
                  e.getMessage()),
          e);
    }
  }

  private static InetSocketAddress address(RpcSettings settings) {
    return settings.host().equals("*")
        ? new InetSocketAddress(settings.port())
        : new InetSocketAddress(settings.host(), settings.port());
  }
}
