package org.parley.contract;

/**
 * Every way in which Parley refuses something: the one list behind problem+json, WebSocket {@code
 * error} frames and gRPC status. Codes are stable; clients decide by code, people read the detail.
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "malformed_request", "The request cannot be read", false),
  VALIDATION_FAILED(400, "validation_failed", "Some fields are not valid", false),
  WEAK_PASSWORD(400, "weak_password", "The password is too easy to guess", false),
  UNKNOWN_TYPE(400, "unknown_type", "This type of frame is unknown", false),
  UNAUTHORIZED(401, "unauthorized", "Sign in first", false),
  INVALID_CREDENTIALS(401, "invalid_credentials", "User name, email or password is wrong", false),
  INVALID_REFRESH_TOKEN(
      401, "invalid_refresh_token", "The session has ended; sign in again", false),
  FORBIDDEN(403, "forbidden", "You may not do this", false),
  ACCOUNT_DEACTIVATED(403, "account_deactivated", "This account is deactivated", false),
  NOT_MEMBER(403, "not_member", "You are not a member of this room", false),
  NOT_FOUND(404, "not_found", "There is nothing here", false),
  METHOD_NOT_ALLOWED(405, "method_not_allowed", "This method is not possible here", false),
  NOT_ACCEPTABLE(406, "not_acceptable", "Answers are JSON only", false),
  CONFLICT(409, "conflict", "This contradicts what is stored", false),
  USERNAME_TAKEN(409, "username_taken", "Somebody has this user name", false),
  EMAIL_TAKEN(409, "email_taken", "Somebody uses this email address", false),
  NOT_IN_ROOM(409, "not_in_room", "Join the room first", false),
  TOO_LARGE(413, "too_large", "The request is too large", false),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported_media_type", "Send JSON", false),
  BUSY(429, "busy", "Too much at once", true),
  RATE_LIMITED(429, "rate_limited", "Too often", true),
  INTERNAL(500, "internal", "Something went wrong on our side", false),
  UNAVAILABLE(503, "unavailable", "Not available right now", true),
  DRAINING(503, "draining", "This server is about to restart", true);

  private final int status;
  private final String code;
  private final String title;
  private final boolean retryHelps;

  ProblemType(int status, String code, String title, boolean retryHelps) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.retryHelps = retryHelps;
  }

  /** The HTTP status of an answer with this problem. */
  public int status() {
    return status;
  }

  /** The stable name on the wire, snake_case. */
  public String code() {
    return code;
  }

  /** One sentence for people, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed later, unchanged. */
  public boolean retryHelps() {
    return retryHelps;
  }

  /** The problem that comes nearest to an HTTP status somebody else chose. */
  public static ProblemType ofStatus(int status) {
    return switch (status) {
      case 401 -> UNAUTHORIZED;
      case 403 -> FORBIDDEN;
      case 404 -> NOT_FOUND;
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 409 -> CONFLICT;
      case 413, 414, 431 -> TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 429 -> BUSY;
      case 503 -> UNAVAILABLE;
      default -> status < 500 ? MALFORMED_REQUEST : INTERNAL;
    };
  }
}
