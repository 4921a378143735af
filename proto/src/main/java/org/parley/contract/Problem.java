package org.parley.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * The body of every refusal over HTTP: RFC 9457 with a stable code, the request's id and field
 * errors.
 *
 * @param type always {@code about:blank}, as RFC 9457 §4.2.1 asks where the status says it all; use
 *     the code
 * @param title the problem type's one sentence
 * @param status the HTTP status again, for clients that lost it
 * @param code {@link ProblemType#code()}
 * @param detail what happened and what to do
 * @param requestId the id under which the service logged this request
 * @param errors field by field, absent when there are none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String code,
    String detail,
    String requestId,
    List<FieldProblem> errors) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(ProblemException refusal, String requestId) {
    ProblemType type = refusal.type();
    return new Problem(
        "about:blank",
        type.title(),
        type.status(),
        type.code(),
        refusal.getMessage(),
        requestId,
        refusal.errors());
  }
}
