package org.parley.system.origin;

import java.util.regex.Pattern;

/**
 * Who answers which path at the origin. The same rules as in nginx/conf/routes.conf, which says
 * them for production.
 */
enum Route {
  USER_SERVICE,
  CHAT_SERVICE,
  BROWSER_CLIENT,
  /** The description of the REST interface, a file. */
  OPENAPI,
  /** Answered 404 here: exists on the services only. */
  NOBODY;

  private static final Pattern ROOMS_OF_A_USER = Pattern.compile("/api/v1/users/[^/]+/rooms");

  /**
   * In no address of ours; a service may read a path with one of these otherwise than whoever
   * routed it, and answers control characters in a manner of its server's own.
   */
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "[;\\\\]|%3b|%5c|%2f|%2e|%[01][0-9a-f]|%7f|/\\.\\.?(?:/|$)", Pattern.CASE_INSENSITIVE);

  /** The route of a path, given also as it was sent, which is how it is passed on. */
  static Route of(String asSent, String path) {
    return AMBIGUOUS.matcher(asSent).find() ? NOBODY : of(path);
  }

  /** The route of a path without its query. */
  static Route of(String path) {
    if (isAtOrBelow(path, "/health") || isAtOrBelow(path, "/metrics")) {
      return NOBODY;
    }
    if (isAtOrBelow(path, "/openapi")) {
      return path.equals("/openapi") ? OPENAPI : NOBODY;
    }
    if (ROOMS_OF_A_USER.matcher(path).matches()) {
      return CHAT_SERVICE;
    }
    if (path.startsWith("/api/v1/users")
        || path.startsWith("/api/v1/admin")
        || path.startsWith("/.well-known/")) {
      return USER_SERVICE;
    }
    if (path.startsWith("/api/v1/") || path.equals("/ws")) {
      return CHAT_SERVICE;
    }
    return isAtOrBelow(path, "/api") ? NOBODY : BROWSER_CLIENT;
  }

  private static boolean isAtOrBelow(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }
}
