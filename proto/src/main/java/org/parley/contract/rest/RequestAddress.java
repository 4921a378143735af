package org.parley.contract.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.parley.contract.limit.ClientAddress;
import org.parley.contract.limit.TrustedProxies;

/** From where a request comes: the peer, or whom the edge names in {@code X-Forwarded-For}. */
public final class RequestAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private RequestAddress() {}

  public static ClientAddress of(HttpServletRequest request, TrustedProxies proxies) {
    List<String> lines = Collections.list(request.getHeaders(FORWARDED_FOR));
    return proxies.client(
        request.getRemoteAddr(), lines.isEmpty() ? null : String.join(",", lines));
  }
}
