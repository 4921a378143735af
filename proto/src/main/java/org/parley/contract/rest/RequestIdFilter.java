package org.parley.contract.rest;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.parley.contract.Problem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;
import org.parley.contract.RequestId;
import org.parley.contract.log.LogContext;

/**
 * Gives every request an id, the edge's where it sent one, and returns it in {@value #HEADER}. A
 * refusal that the server itself answered without a body (a missing token, say) gets its problem
 * here.
 */
@Provider
@PreMatching
@Priority(0)
public class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {

  public static final String HEADER = "X-Request-ID";

  private static final String ATTRIBUTE = "org.parley.request_id";

  @Context private HttpServletRequest servletRequest;

  /** Log lines of this request say so; {@link BearerFilter} adds whose it is. */
  @Override
  public void filter(ContainerRequestContext request) {
    LogContext.ofRequest(of(servletRequest), 0).begin();
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    LogContext.leave();
    String id = of(servletRequest);
    response.getHeaders().putSingle(HEADER, id);
    if (response.getStatus() >= 400 && !response.hasEntity()) {
      ProblemException refusal = new ProblemException(ProblemType.ofStatus(response.getStatus()));
      response.setEntity(Problem.of(refusal, id), null, MediaType.valueOf(Problem.MEDIA_TYPE));
    }
  }

  /** The id of this request; the same at every call. */
  public static String of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String id = RequestId.of(request.getHeader(HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
