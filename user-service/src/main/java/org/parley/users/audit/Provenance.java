package org.parley.users.audit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Text;
import org.parley.contract.rest.RequestAddress;
import org.parley.users.limit.SignInLimits;

/**
 * Where the request or call came from that this thread answers: the address it is counted for by
 * limits, and what the device calls itself.
 */
@Provider
@PreMatching
@Priority(1)
@ApplicationScoped
public class Provenance implements ContainerRequestFilter, ContainerResponseFilter {

  /** As the table takes it. */
  private static final int LONGEST_USER_AGENT = 255;

  /** IPv4, or the network of IPv6, as far as one must know to write it into a log. */
  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f:.]{2,45}(/64)?");

  private static final From UNKNOWN = new From("", "");
  private static final ThreadLocal<From> CURRENT = ThreadLocal.withInitial(() -> UNKNOWN);

  @Inject private SignInLimits limits;

  @Context private HttpServletRequest servletRequest;

  /**
   * An origin of requests.
   *
   * @param address of the client; empty where it is not known
   * @param userAgent what the device calls itself, in printable ASCII; empty where it does not say
   */
  record From(String address, String userAgent) {

    static From of(@Nullable String address, @Nullable String userAgent) {
      return new From(loggable(address), Text.printable(userAgent, LONGEST_USER_AGENT));
    }

    private static String loggable(@Nullable String address) {
      return address != null && ADDRESS.matcher(address).matches() ? address : "";
    }
  }

  static From current() {
    return CURRENT.get();
  }

  /** Carries out what did not come over REST. */
  public static void within(@Nullable String address, @Nullable String userAgent, Runnable call) {
    CURRENT.set(From.of(address, userAgent));
    try {
      call.run();
    } finally {
      CURRENT.remove();
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    CURRENT.set(
        From.of(
            RequestAddress.of(servletRequest, limits.proxies()).text(),
            request.getHeaderString(HttpHeaders.USER_AGENT)));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    CURRENT.remove();
  }
}
