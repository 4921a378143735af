package org.parley.contract.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.stream.Collectors;
import org.parley.contract.Problem;
import org.parley.contract.ProblemException;
import org.parley.contract.ProblemType;

/**
 * The one place where anything thrown becomes an answer: problem+json with a request id, logged
 * once.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    ProblemException refusal = refusalOf(thrown);
    String requestId = RequestIdFilter.of(request);
    log(refusal, thrown, requestId);
    return toResponse(refusal, requestId);
  }

  /** The answer to a refusal, for filters that answer themselves. */
  public static Response toResponse(ProblemException refusal, String requestId) {
    Response.ResponseBuilder response =
        Response.status(refusal.type().status())
            .type(Problem.MEDIA_TYPE)
            .header(RequestIdFilter.HEADER, requestId)
            .entity(Problem.of(refusal, requestId));
    if (refusal.type().retryHelps()) {
      response.header(
          HttpHeaders.RETRY_AFTER,
          wholeSeconds(refusal.retryAfter().orElse(ProblemException.DEFAULT_RETRY_AFTER)));
    }
    if (refusal.type().status() == 401) {
      // RFC 9110 §15.5.2: every 401 says how to do better.
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
    return response.build();
  }

  /** As Retry-After is written; upwards, so that whoever obeys does not come too early. */
  static String wholeSeconds(Duration wait) {
    return Long.toString(Math.max(1, Math.ceilDiv(wait.toMillis(), 1_000L)));
  }

  private static ProblemException refusalOf(Throwable thrown) {
    // Ours first: a record that refuses its values does so inside Jackson, and says more than what
    // wraps it.
    return ProblemException.findIn(thrown, ProblemException.DEFAULT_RETRY_AFTER)
        .orElseGet(() -> refusalOfFramework(thrown));
  }

  private static ProblemException refusalOfFramework(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonMappingException mapping) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, explain(mapping));
      }
      if (cause instanceof JsonProcessingException) {
        return new ProblemException(ProblemType.MALFORMED_REQUEST, "The body is not valid JSON.");
      }
      if (cause instanceof WebApplicationException web) {
        return new ProblemException(ProblemType.ofStatus(web.getResponse().getStatus()));
      }
    }
    return new ProblemException(ProblemType.INTERNAL);
  }

  private static String explain(JsonMappingException mapping) {
    String path =
        mapping.getPath().stream()
            .map(
                step ->
                    step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
            .collect(Collectors.joining("."));
    return path.isEmpty()
        ? "The body is not the JSON object this request needs."
        : "The field \"" + path + "\" has a value of the wrong type.";
  }

  private static void log(ProblemException refusal, Throwable thrown, String requestId) {
    String line = "request " + requestId + " refused: " + refusal.type().code();
    if (refusal.type() == ProblemType.INTERNAL) {
      LOG.log(Level.ERROR, line, thrown);
    } else if (refusal.type() == ProblemType.UNAVAILABLE) {
      LOG.log(Level.WARNING, line + ": " + refusal.getMessage());
    } else {
      LOG.log(Level.DEBUG, line);
    }
  }
}
