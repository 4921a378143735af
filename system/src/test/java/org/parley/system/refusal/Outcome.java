package org.parley.system.refusal;

/**
 * What comes of a request.
 *
 * @param code the problem's; empty where there is none
 */
record Outcome(int status, String code) {

  static final Outcome FINE = new Outcome(200, "");
  static final Outcome MALFORMED = new Outcome(400, "malformed_request");
  static final Outcome INVALID = new Outcome(400, "validation_failed");
  static final Outcome WEAK = new Outcome(400, "weak_password");
  static final Outcome UNAUTHORIZED = new Outcome(401, "unauthorized");
  static final Outcome WRONG_PASSWORD = new Outcome(401, "invalid_credentials");
  static final Outcome NO_SESSION = new Outcome(401, "invalid_refresh_token");
  static final Outcome FORBIDDEN = new Outcome(403, "forbidden");
  static final Outcome NOT_MEMBER = new Outcome(403, "not_member");
  static final Outcome NOT_FOUND = new Outcome(404, "not_found");
  static final Outcome CONFLICT = new Outcome(409, "conflict");
  static final Outcome NO_METHOD = new Outcome(405, "method_not_allowed");
  static final Outcome NOT_ACCEPTABLE = new Outcome(406, "not_acceptable");
  static final Outcome TOO_LARGE = new Outcome(413, "too_large");
  static final Outcome LONG_ADDRESS = new Outcome(414, "too_large");
  static final Outcome NO_JSON = new Outcome(415, "unsupported_media_type");
  static final Outcome LARGE_HEADERS = new Outcome(431, "too_large");

  @Override
  public String toString() {
    return code.isEmpty() ? Integer.toString(status) : status + " `" + code + "`";
  }
}
