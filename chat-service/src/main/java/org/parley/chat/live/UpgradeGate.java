package org.parley.chat.live;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
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
public class UpgradeGate implements Filter {

  @Inject private Draining draining;
  @Inject private SocketLimits limits;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest handshake
        && response instanceof HttpServletResponse answer) {
      doFilter(handshake, answer, chain);
    }
  }

  private void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
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
