package org.parley.chat.rpc;

import io.grpc.BindableService;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.chat.health.Draining;
import org.parley.chat.identity.AccessTokenVerifier;
import org.parley.chat.limit.SocketLimits;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.CallerAddress;
import org.parley.contract.rpc.RpcCalls;
import org.parley.contract.rpc.RpcServer;
import org.parley.contract.rpc.RpcSettings;
import org.parley.contract.trace.Traces;

/** The gRPC port: open while the application runs. Every call needs an access token. */
@ApplicationScoped
class RpcPort {

  @Inject private RpcSettings settings;
  @Inject private RoomServiceEndpoint rooms;
  @Inject private ChatServiceEndpoint chat;
  @Inject private RoomStreams streams;
  @Inject private AccessTokenVerifier verifier;
  @Inject private SocketLimits limits;
  @Inject private MetricRegistry registry;
  @Inject private Traces traces;

  @Resource private ManagedExecutorService executor;

  private RpcServer server;

  void open(@Observes Startup startup) {
    try {
      server = new RpcServer(settings, executor, traces, List.of(guarded(rooms), guarded(chat)));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "Port %d for gRPC cannot be opened on %s: set PARLEY_GRPC_PORT or PARLEY_HTTP_HOST"
              .formatted(settings.port(), settings.host()),
          e);
    }
  }

  private ServerServiceDefinition guarded(BindableService service) {
    ServerServiceDefinition definition = service.bindService();
    return ServerInterceptors.interceptForward(
        definition,
        new RpcCalls(registry, definition.getServiceDescriptor()),
        new CallerAddress(limits.proxies()),
        new BearerToken(verifier::verified));
  }

  /** Sends callers away; those that follow a room come again, to another instance. */
  void sendAway(@Observes Draining.Begun begun) {
    // First, so that who is sent away does not come back to us.
    server.stopAccepting();
    streams.close();
  }

  @PreDestroy
  void close() {
    if (server == null) {
      return;
    }
    server.stopAccepting();
    try {
      streams.close();
    } finally {
      server.close();
    }
  }
}
