package org.parley.users.directory;

import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.parley.contract.directory.v1.UserDirectoryServiceGrpc;
import org.parley.contract.rpc.RpcCalls;
import org.parley.users.platform.Settings;

/** The directory as it stands on the gRPC port: counted, and for services only. */
@Dependent
public class DirectoryService {

  private final ServerServiceDefinition definition;

  @Inject
  DirectoryService(UserDirectoryEndpoint endpoint, Settings settings, MetricRegistry registry) {
    definition =
        ServerInterceptors.interceptForward(
            endpoint,
            new RpcCalls(registry, UserDirectoryServiceGrpc.getServiceDescriptor()),
            new ServiceCredential(credential(settings)));
  }

  static String credential(Settings settings) {
    return settings.require(
        "PARLEY_SERVICE_CREDENTIAL", "a secret that this service and chat-service share");
  }

  public ServerServiceDefinition definition() {
    return definition;
  }
}
