package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.FORBIDDEN;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NOT_FOUND;
import static org.parley.system.refusal.Outcome.NO_METHOD;

import java.util.ArrayList;
import java.util.List;

/**
 * Addresses: ids that are nobody's, queries, what others may not see, methods, and nothing at all.
 */
final class AddressCases {

  /** In a path all of these are ids of nothing. */
  private static final List<String> NO_IDS =
      List.of(
          "0",
          "-1",
          "9007199254740993",
          "9223372036854775807",
          "9223372036854775808",
          "1.5",
          "1e3",
          "seven",
          "%20",
          "%E2%99%A5");

  private static final List<String> ROOM_PATHS = List.of("", "/members", "/messages");
  private static final List<String> ROOM_ACTIONS = List.of("/join", "/leave");

  private AddressCases() {}

  static List<Attempt> ids() {
    List<Attempt> cases = new ArrayList<>();
    for (String id : NO_IDS) {
      String wrong = "no id of anything";
      cases.add(Attempt.get(wrong, "/api/v1/users/" + id, NOT_FOUND));
      cases.add(Attempt.get(wrong, "/api/v1/users/" + id + "/rooms", FORBIDDEN));
      cases.add(Attempt.of(wrong, "DELETE", "/api/v1/users/me/sessions/" + id, NOT_FOUND));
      ROOM_PATHS.forEach(
          path -> cases.add(Attempt.get(wrong, "/api/v1/rooms/" + id + path, NOT_FOUND)));
      ROOM_ACTIONS.forEach(
          path -> cases.add(Attempt.of(wrong, "POST", "/api/v1/rooms/" + id + path, NOT_FOUND)));
    }
    return cases;
  }

  static List<Attempt> queries() {
    List<Attempt> cases = new ArrayList<>();
    for (String list :
        List.of(
            "/api/v1/rooms",
            "/api/v1/rooms/{room}/members",
            "/api/v1/rooms/{room}/messages",
            "/api/v1/users/me/rooms")) {
      for (String limit : List.of("0", "-1", "101", "9223372036854775808", "ten", "1.5", "%00")) {
        cases.add(Attempt.get("no limit", list + "?limit=" + limit, INVALID));
      }
      cases.add(Attempt.get("an empty limit is none", list + "?limit=", FINE));
      cases.add(Attempt.get("an unknown parameter", list + "?colour=blue", FINE));
      List<String> cursors =
          list.endsWith("messages") ? List.of("before", "after", "around") : List.of("after");
      for (String cursor : cursors) {
        for (String value : List.of("-1", "9223372036854775808", "ten", "1.5", "%00", "%ff")) {
          cases.add(Attempt.get("no cursor", list + "?" + cursor + "=" + value, INVALID));
        }
      }
    }
    String history = "/api/v1/rooms/{room}/messages";
    cases.add(Attempt.get("two cursors", history + "?before=1&after=1", INVALID));
    cases.add(Attempt.get("three cursors", history + "?before=1&after=1&around=1", INVALID));
    cases.add(Attempt.get("a NUL", "/api/v1/rooms?query=%00", INVALID));
    for (String flag : List.of("yes", "1", "TRUE", "", "%00")) {
      String sessions = "/api/v1/users/me/sessions?keep_current=" + flag;
      cases.add(Attempt.of("neither true nor false", "DELETE", sessions, INVALID));
    }
    return cases;
  }

  static List<Attempt> others() {
    List<Attempt> cases = new ArrayList<>();
    String secret = "/api/v1/rooms/{secret}";
    ROOM_PATHS.forEach(
        path -> cases.add(Attempt.get("another's private room", secret + path, NOT_FOUND)));
    ROOM_ACTIONS.forEach(
        path -> cases.add(Attempt.of("another's private room", "POST", secret + path, NOT_FOUND)));
    cases.add(Attempt.get("another's rooms", "/api/v1/users/{other}/rooms", FORBIDDEN));
    String session = "/api/v1/users/me/sessions/{session}";
    cases.add(Attempt.of("another's session", "DELETE", session, NOT_FOUND));
    return cases;
  }

  static List<Attempt> methods() {
    List<Attempt> cases = new ArrayList<>();
    for (String path :
        List.of("/api/v1/users/me", "/api/v1/rooms/{room}", "/.well-known/jwks.json")) {
      for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW")) {
        if (path.equals("/api/v1/users/me") && List.of("PATCH", "DELETE").contains(method)) {
          continue; // change the name, and end the account
        }
        if (path.equals("/api/v1/rooms/{room}") && method.equals("PATCH")) {
          continue; // change the room
        }
        cases.add(Attempt.of("no method of this", method, path, NO_METHOD));
      }
    }
    for (String path :
        List.of(
            "/api/v1/messages",
            "/api/v1/rooms/{room}/join",
            "/api/v1/rooms/{room}/leave",
            "/api/v1/users/me/password",
            "/api/v1/users/me/sessions/1")) {
      cases.add(Attempt.get("no method of this", path, NO_METHOD));
    }
    // Read as the person of this id.
    for (String name : List.of("register", "login", "refresh", "logout")) {
      cases.add(Attempt.get("no method of this", "/api/v1/users/" + name, NOT_FOUND));
    }
    cases.add(Attempt.of("no method of this", "DELETE", "/api/v1/rooms", NO_METHOD));
    cases.add(Attempt.of("no method of this", "POST", "/openapi", NO_METHOD).at(Attempt.At.EDGE));
    return cases;
  }

  static List<Attempt> nowhere() {
    List<Attempt> cases = new ArrayList<>();
    for (String path :
        List.of(
            "/api",
            "/api/",
            "/api/v1",
            "/api/v1/",
            "/api/v1/nothing",
            "/api/v1/users",
            "/api/v1/users/",
            "/api/v1/users/me/nothing",
            "/api/v1/admin",
            "/api/v1/admin/nothing",
            "/api/v1/rooms/{room}/nothing",
            "/api/v2/rooms",
            "/.well-known/",
            "/.well-known/nothing",
            "/openapi/",
            "/openapi/ui",
            "/health",
            "/metrics",
            "/ws")) {
      cases.add(Attempt.get("nothing is here", path, NOT_FOUND));
    }
    for (String path :
        List.of(
            "/api/v1/rooms;a=1",
            "/api/v1/rooms%3Ba=1",
            "/api/v1/rooms%2F{room}",
            "/api/v1/rooms%5C{room}",
            "/api/v1/rooms/..",
            "/api/v1/rooms/../../../metrics",
            "/api/v1/rooms/%2e%2e/%2E%2E/metrics")) {
      cases.add(Attempt.get("can be read in two ways", path, NOT_FOUND));
    }
    for (String path : List.of("/api/v1/rooms/%09", "/api/v1/users/%1F", "/api/v1/rooms/7%7f")) {
      cases.add(Attempt.get("a control character", path, NOT_FOUND));
    }
    cases.add(Attempt.get("bytes that are not UTF-8", "/api/v1/rooms/%ff", MALFORMED));
    cases.add(Attempt.get("a NUL", "/api/v1/rooms/%00", MALFORMED).at(Attempt.At.EDGE));
    return cases;
  }
}
