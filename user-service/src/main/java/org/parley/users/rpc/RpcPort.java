package org.parley.users.rpc;

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
import org.jspecify.annotations.Nullable;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.CallerAddress;
import org.parley.contract.rpc.RpcCalls;
import org.parley.contract.rpc.RpcServer;
import org.parley.contract.rpc.RpcSettings;
import org.parley.contract.rpc.RpcSettings.KeyPair;
import org.parley.contract.trace.Traces;
import org.parley.contract.users.v1.UserServiceGrpc;
import org.parley.users.directory.DirectoryService;
import org.parley.users.limit.SignInLimits;
import org.parley.users.platform.BadSettingException;
import org.parley.users.platform.Settings;
import org.parley.users.session.Sessions;
import org.parley.users.token.AccessTokenVerifier;

/** The gRPC port: open while the application runs. */
@ApplicationScoped
class RpcPort {

  @Inject private Settings settings;
  @Inject private DirectoryService directory;
  @Inject private UserServiceEndpoint users;
  @Inject private AccessTokenVerifier verifier;
  @Inject private Sessions sessions;
  @Inject private MetricRegistry registry;
  @Inject private Traces traces;
  @Inject private SignInLimits limits;

  @Resource private ManagedExecutorService executor;

  private RpcServer server;

  void open(@Observes Startup event) {
    RpcSettings rpc = rpcSettings(settings);
    try {
      server =
          new RpcServer(rpc, executor, traces, List.of(directory.definition(), publicService()));
    } catch (IOException e) {
      throw new BadSettingException(
          "Port %d for gRPC cannot be opened on %s: something listens there already, or the address is not ours. Set"
                  .formatted(rpc.port(), rpc.host())
              + " PARLEY_GRPC_PORT or PARLEY_HTTP_HOST.",
          e);
    } catch (IllegalArgumentException e) {
      throw new BadSettingException(String.valueOf(e.getMessage()), e);
    }
  }

  static RpcSettings rpcSettings(Settings settings) {
    return new RpcSettings(
        settings.text("PARLEY_HTTP_HOST", "localhost"),
        settings.port("PARLEY_GRPC_PORT", 9980),
        settings.flag("PARLEY_GRPC_REFLECTION", false),
        keyPair(settings));
  }

  private static @Nullable KeyPair keyPair(Settings settings) {
    try {
      return KeyPair.of(name -> settings.text(name, ""));
    } catch (IllegalArgumentException e) {
      throw new BadSettingException(String.valueOf(e.getMessage()), e);
    }
  }

  private ServerServiceDefinition publicService() {
    return ServerInterceptors.interceptForward(
        users,
        new RpcCalls(registry, UserServiceGrpc.getServiceDescriptor()),
        new CallerAddress(limits.proxies()),
        new CallProvenance(),
        new BearerToken(
            verifier::verify,
            UserServiceGrpc.getRegisterMethod(),
            UserServiceGrpc.getLoginMethod(),
            UserServiceGrpc.getRefreshMethod()),
        new LiveSession(
            caller -> sessions.requireLive(caller.userId(), caller.sessionId()),
            UserServiceGrpc.getRegisterMethod(),
            UserServiceGrpc.getLoginMethod(),
            UserServiceGrpc.getRefreshMethod(),
            // Whoever logs out twice is told the same twice.
            UserServiceGrpc.getLogoutMethod()));
  }

  @PreDestroy
  void close() {
    if (server != null) {
      server.close();
    }
  }
}
