package org.parley.chat.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpSession;
import jakarta.websocket.Session;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.parley.contract.limit.ClientAddress;

/**
 * A handshake as the container gets to see it. It has no HTTP session: the container would make one
 * with every upgrade and would keep it half an hour beyond its socket. Its principal is the address
 * it comes from: of all that a request says, that is what the container hands on to its socket and
 * we have no use for; who is on a socket is known by its token alone.
 */
final class UpgradeRequest extends HttpServletRequestWrapper {

  /** The address as a principal. */
  private record Origin(ClientAddress address) implements Principal {
    @Override
    public String getName() {
      return address.text();
    }
  }

  private final Origin origin;

  UpgradeRequest(HttpServletRequest request, ClientAddress address) {
    super(request);
    this.origin = new Origin(address);
  }

  /** From where this socket comes. */
  static ClientAddress addressOf(Session socket) {
    if (socket.getUserPrincipal() instanceof Origin origin) {
      return origin.address();
    }
    throw new IllegalStateException("a socket whose handshake did not go through UpgradeGate");
  }

  @Override
  public Principal getUserPrincipal() {
    return origin;
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
