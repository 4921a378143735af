package org.parley.chat.live;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.chat.health.Draining;
import org.parley.chat.limit.SocketLimits;
import org.parley.contract.ProblemException;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.rest.ProblemPage;
import org.parley.contract.rest.RequestAddress;

/**
 * Which handshakes the container gets to see. Once this instance is going away it refuses them with
 * 503, on which the edge tries the next instance; it has to be told, because it gives new sockets
 * to the instance that has the fewest. An address that has too many sockets is refused with 429,
 * which the edge hands on.
 */
@WebFilter("/ws")
public class UpgradeGate extends HttpFilter {

  @Inject private transient Draining draining;
  @Inject private transient SocketLimits limits;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ClientAddress address = RequestAddress.of(request, limits.proxies());
    try {
      if (draining.hasBegun()) {
        throw ProblemException.draining();
      }
      limits.requireFree(address);
    } catch (ProblemException refusal) {
      ProblemPage.answer(refusal, request, response);
      return;
    }
    chain.doFilter(new UpgradeRequest(request, address), response);
  }
}
