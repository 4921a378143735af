package org.parley.contract.rpc;

/**
 * Where gRPC is reached.
 *
 * @param host the address to listen on, the same as for HTTP; {@code *} means all
 * @param reflection whether callers may ask which services and messages there are, as grpcurl does
 */
public record RpcSettings(String host, int port, boolean reflection) {}
