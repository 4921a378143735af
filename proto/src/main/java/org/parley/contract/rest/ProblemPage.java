package org.parley.contract.rest;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.parley.contract.Json;
import org.parley.contract.Problem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * What the container refuses before Jakarta REST sees it, or beside it: a problem, as everything
 * else. The error page of each service's web.xml; what went wrong is in the container's own log.
 */
public class ProblemPage extends HttpServlet {

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // Absent where somebody asks for this page by its own address.
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    answer(
        new ProblemException(
            status instanceof Integer code ? ProblemType.ofStatus(code) : ProblemType.NOT_FOUND),
        request,
        response);
  }

  /** Writes the refusal as the whole answer, for what is refused outside Jakarta REST. */
  public static void answer(
      ProblemException refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String requestId = RequestIdFilter.of(request);
    response.setStatus(refusal.type().status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(RequestIdFilter.HEADER, requestId);
    refusal
        .retryAfter()
        .ifPresent(wait -> response.setHeader("Retry-After", ProblemMapper.wholeSeconds(wait)));
    response.getOutputStream().write(Json.json().writeValueAsBytes(Problem.of(refusal, requestId)));
  }
}
