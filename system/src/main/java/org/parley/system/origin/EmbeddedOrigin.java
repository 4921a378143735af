package org.parley.system.origin;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.proxy.LoadBalancingProxyClient;
import io.undertow.server.handlers.proxy.ProxyHandler;
import io.undertow.util.CanonicalPathUtils;
import io.undertow.util.Headers;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.system.settings.StartProblem;
import org.parley.system.settings.SystemSettings;

/**
 * A proxy inside this program with the routes of nginx, for machines without nginx. Sockets are
 * upgraded and kept open.
 */
final class EmbeddedOrigin implements Origin {

  // Requests in flight to one service, per I/O thread; upgraded sockets do not count.
  private static final int CONNECTIONS = 100;
  private static final int RETRY_SECONDS = 1;

  private final SystemSettings settings;
  private @Nullable Undertow server;
  private boolean stopped;

  EmbeddedOrigin(SystemSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "embedded proxy";
  }

  @Override
  public synchronized void start() {
    if (stopped) {
      throw new StartProblem("The origin was stopped before it started.");
    }
    // Its logging would go to the console.
    System.setProperty("org.jboss.logging.provider", "slf4j");
    HttpHandler user = proxyTo(List.of(settings.ports().user()));
    HttpHandler chat = proxyTo(settings.ports().chat());
    try {
      HttpHandler client =
          BrowserClient.in(
              settings.project().www(),
              settings.project().nginxConfiguration().resolve("headers.conf"));
      server =
          Undertow.builder()
              .addHttpListener(
                  settings.ports().origin(),
                  "localhost",
                  exchange -> route(exchange, user, chat, client))
              .build();
      server.start();
    } catch (RuntimeException | IOException e) {
      throw new StartProblem("The embedded proxy could not be started: " + e.getMessage(), e);
    }
  }

  private static void route(
      HttpServerExchange exchange, HttpHandler user, HttpHandler chat, HttpHandler client)
      throws Exception {
    // Judged as the services will read it: /api/../metrics is /metrics.
    switch (Route.of(
        exchange.getRequestURI(), CanonicalPathUtils.canonicalize(exchange.getRequestPath()))) {
      case USER_SERVICE -> user.handleRequest(exchange);
      case CHAT_SERVICE -> chat.handleRequest(exchange);
      case BROWSER_CLIENT -> client.handleRequest(exchange);
      case OPENAPI -> {
        OwnAnswers.describeRest(exchange);
        client.handleRequest(exchange);
      }
      case NOBODY -> OwnAnswers.refuse(exchange);
    }
  }

  private static HttpHandler proxyTo(List<Integer> ports) {
    LoadBalancingProxyClient balancer =
        new LoadBalancingProxyClient(
            exchange -> exchange.getRequestHeaders().contains(Headers.UPGRADE));
    balancer.setConnectionsPerThread(CONNECTIONS).setProblemServerRetry(RETRY_SECONDS);
    ports.forEach(port -> balancer.addHost(URI.create("http://localhost:" + port)));
    return ProxyHandler.builder()
        .setProxyClient(balancer)
        // Sockets stay; slow requests are the services' business.
        .setMaxRequestTime(-1)
        .setMaxConnectionRetries(ports.size())
        .setRewriteHostHeader(false)
        .build();
  }

  @Override
  public synchronized void stop() {
    stopped = true;
    if (server != null) {
      server.stop();
      server = null;
    }
  }
}
