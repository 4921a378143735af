package org.parley.chat.live;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps handshakes from making an {@code HttpSession} each, and a cookie: Open Liberty asks for one
 * with every upgrade and would keep it half an hour beyond its socket. Who is on a socket is known
 * by its token alone.
 */
@WebFilter("/ws")
public class WithoutHttpSession extends HttpFilter {

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(new Sessionless(request), response);
  }

  private static final class Sessionless extends HttpServletRequestWrapper {

    Sessionless(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable HttpSession getSession() {
      return null;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
      return null;
    }
  }
}
