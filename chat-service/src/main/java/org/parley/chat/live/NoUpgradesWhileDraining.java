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
import org.parley.contract.ProblemException;
import org.parley.contract.rest.ProblemPage;

/**
 * Refuses new sockets once this instance is going away: with 503, on which the edge tries the next
 * instance. It has to be told, because it gives new sockets to the instance that has the fewest.
 */
@WebFilter("/ws")
public class NoUpgradesWhileDraining implements Filter {

  @Inject private Draining draining;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (draining.hasBegun()
        && request instanceof HttpServletRequest handshake
        && response instanceof HttpServletResponse answer) {
      ProblemPage.answer(ProblemException.draining(), handshake, answer);
    } else {
      chain.doFilter(request, response);
    }
  }
}
