package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NOT_FOUND;
import static org.parley.system.refusal.Outcome.NO_METHOD;

import java.util.ArrayList;
import java.util.List;

/** Rooms that are there: what they are called, who is disturbed by them and who is invited. */
final class RoomCases {

  private static final String ROOM = "/api/v1/rooms/{room}";
  private static final String SECRET = "/api/v1/rooms/{secret}";
  private static final String ROOMS = "/api/v1/rooms";
  private static final String INVITATIONS = ROOM + "/invitations";
  private static final List<String> WRONG_TYPES = List.of("7.5", "true", "[]", "{}");

  private RoomCases() {}

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    settings(cases);
    direct(cases);
    invitations(cases);
    cases.add(Attempt.get("begins no name", ROOM + "/members?query=%00", FINE));
    return cases;
  }

  private static void settings(List<Attempt> cases) {
    for (String field : List.of("name", "topic", "description")) {
      for (String value : WRONG_TYPES) {
        cases.add(change("`" + field + "` is `" + value + "`", field, value, MALFORMED));
      }
      cases.add(change("`" + field + "` has a NUL", field, "\"a\\u0000b\"", INVALID));
      cases.add(change("`" + field + "` is null", field, "null", FINE));
    }
    cases.add(change("`name` is empty", "name", "\" \"", INVALID));
    cases.add(change("`name` has 81 characters", "name", x(81), INVALID));
    cases.add(change("`topic` has 251 characters", "topic", x(251), INVALID));
    cases.add(change("`topic` is empty", "topic", "\"\"", FINE));
    cases.add(change("`description` has 501 characters", "description", x(501), INVALID));
    cases.add(Attempt.json("a body that is `null`", "PATCH", ROOM, "null", MALFORMED));
    cases.add(Attempt.json("another's private room", "PATCH", SECRET, "{}", NOT_FOUND));
    for (String muted : List.of("\"true\"", "1", "[]", "{}")) {
      cases.add(mute("`muted` is `" + muted + "`", ROOM, "{\"muted\":" + muted + "}", MALFORMED));
    }
    cases.add(mute("`muted` is missing", ROOM, "{}", INVALID));
    cases.add(mute("`muted` is null", ROOM, "{\"muted\":null}", INVALID));
    cases.add(mute("another's private room", SECRET, "{\"muted\":true}", NOT_FOUND));
    cases.add(Attempt.get("no method of this", ROOM + "/mute", NO_METHOD));
  }

  private static void direct(List<Attempt> cases) {
    for (String id : List.of("\"7\"", "1.5", "true", "[]", "9223372036854775808")) {
      cases.add(directWith("`user_id` is `" + id + "`", id, MALFORMED));
    }
    cases.add(directWith("`user_id` is null", "null", INVALID));
    cases.add(Attempt.post("`user_id` is missing", ROOMS, "{\"type\":\"direct\"}", INVALID));
    cases.add(directWith("with oneself", "{me}", INVALID));
    for (String nobody : List.of("0", "-1", "9223372036854775807")) {
      cases.add(directWith("with nobody", nobody, NOT_FOUND));
    }
  }

  private static void invitations(List<Attempt> cases) {
    for (String value : List.of("299", "2592001", "0", "-1")) {
      cases.add(invite("`expires_in` is `" + value + "`", "expires_in", value, INVALID));
    }
    for (String value : List.of("0", "-1", "1001")) {
      cases.add(invite("`max_uses` is `" + value + "`", "max_uses", value, INVALID));
    }
    for (String field : List.of("expires_in", "max_uses")) {
      for (String value : WRONG_TYPES) {
        cases.add(invite("`" + field + "` is `" + value + "`", field, value, MALFORMED));
      }
      cases.add(invite("`" + field + "` is null", field, "null", FINE));
    }
    cases.add(Attempt.post("another's private room", SECRET + "/invitations", "{}", NOT_FOUND));
    cases.add(Attempt.get("another's private room", SECRET + "/invitations", NOT_FOUND));
    for (String id : List.of("0", "9223372036854775807", "1.5", "seven")) {
      cases.add(Attempt.of("no id of anything", "DELETE", INVITATIONS + "/" + id, NOT_FOUND));
    }
    for (String step : List.of("lookup", "accept")) {
      String path = "/api/v1/invitations/" + step;
      for (String token : List.of("null", "\"\"", "\" \"")) {
        cases.add(shown("`token` is `" + token + "`", path, token, INVALID));
      }
      for (String token : List.of("7", "true", "[]", "{}")) {
        cases.add(shown("`token` is `" + token + "`", path, token, MALFORMED));
      }
      cases.add(Attempt.post("`token` is missing", path, "{}", INVALID));
      cases.add(shown("`token` is nobody's", path, "\"" + "A".repeat(32) + "\"", NOT_FOUND));
      cases.add(shown("`token` has a NUL", path, "\"a\\u0000b\"", NOT_FOUND));
      cases.add(shown("`token` has 10,000 characters", path, x(10_000), NOT_FOUND));
      cases.add(Attempt.get("no method of this", path, NO_METHOD));
    }
  }

  private static Attempt change(String wrong, String field, String value, Outcome outcome) {
    return Attempt.json(wrong, "PATCH", ROOM, object(field, value), outcome);
  }

  private static Attempt mute(String wrong, String room, String json, Outcome outcome) {
    return Attempt.json(wrong, "PUT", room + "/mute", json, outcome);
  }

  private static Attempt directWith(String wrong, String userId, Outcome outcome) {
    return Attempt.post(wrong, ROOMS, "{\"type\":\"direct\",\"user_id\":" + userId + "}", outcome);
  }

  private static Attempt invite(String wrong, String field, String value, Outcome outcome) {
    return Attempt.post(wrong, INVITATIONS, object(field, value), outcome);
  }

  private static Attempt shown(String wrong, String path, String token, Outcome outcome) {
    return Attempt.post(wrong, path, object("token", token), outcome);
  }

  private static String object(String field, String value) {
    return "{\"" + field + "\":" + value + "}";
  }

  private static String x(int times) {
    return "\"" + "x".repeat(times) + "\"";
  }
}
