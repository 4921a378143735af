package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.FORBIDDEN;
import static org.parley.system.refusal.Outcome.INVALID;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NOT_MEMBER;
import static org.parley.system.refusal.Outcome.NO_SESSION;
import static org.parley.system.refusal.Outcome.WEAK;
import static org.parley.system.refusal.Outcome.WRONG_PASSWORD;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Every field of every request: missing, empty, too long, not storable, of another type. */
final class FieldCases {

  /** A request whose fields are all right. */
  private record Form(String method, String path, Map<String, String> fields) {

    static Form of(String path, String... namesAndValues) {
      return of("POST", path, namesAndValues);
    }

    static Form of(String method, String path, String[] namesAndValues) {
      Map<String, String> fields = new LinkedHashMap<>();
      for (int i = 0; i < namesAndValues.length; i += 2) {
        fields.put(namesAndValues[i], namesAndValues[i + 1]);
      }
      return new Form(method, path, fields);
    }

    /** The form with another value of one field, or without it. */
    Attempt with(String field, String value, String wrong, Outcome outcome) {
      Map<String, String> changed = new LinkedHashMap<>(fields);
      changed.put(field, value);
      String json =
          changed.entrySet().stream()
              .filter(entry -> entry.getValue() != null)
              .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      return Attempt.json("`" + field + "` " + wrong, method, path, json, outcome);
    }
  }

  private static final Form REGISTER =
      Form.of(
          "/api/v1/users/register",
          "username",
          "\"{fresh}\"",
          "email",
          "\"{fresh}@example.org\"",
          "password",
          "\"correct horse {fresh}\"");
  private static final Form BY_NAME =
      Form.of("/api/v1/users/login", "username", "\"{username}\"", "password", "\"{password}\"");
  private static final Form BY_EMAIL =
      Form.of(
          "/api/v1/users/login",
          "email",
          "\"{username}@example.org\"",
          "password",
          "\"{password}\"");
  private static final Form REFRESH = Form.of("/api/v1/users/refresh", "refresh_token", "\"x\"");

  /** Private, so that the rooms that come of it are in nobody's way. */
  private static final Form ROOM =
      Form.of("/api/v1/rooms", "name", "\"{fresh}\"", "type", "\"private\"");

  private static final Form MESSAGE =
      Form.of("/api/v1/messages", "room_id", "{room}", "content", "\"Aye.\"");

  private static final Form READ = Form.of("/api/v1/rooms/{room}/read", "seq", "1");

  private static final Form EDIT =
      Form.of("PATCH", "/api/v1/rooms/{room}/messages/1", new String[] {"content", "\"{fresh}\""});

  private static final Form PROFILE =
      Form.of("PATCH", "/api/v1/users/me", new String[] {"display_name", "\"Me\""});

  private static final Form PASSWORD =
      Form.of(
          "PUT",
          "/api/v1/users/me/password",
          new String[] {"current_password", "\"{password}\"", "new_password", "\"{fresh} horse\""});

  private FieldCases() {}

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    cases.addAll(text(REGISTER, "username", 32, INVALID, INVALID, INVALID));
    cases.add(REGISTER.with("username", "\"a b\"", "has a space", INVALID));
    cases.addAll(text(REGISTER, "email", 254, INVALID, INVALID, INVALID));
    cases.add(REGISTER.with("email", "\"nobody\"", "has no @", INVALID));
    cases.addAll(text(REGISTER, "password", 128, INVALID, INVALID, WEAK));
    cases.add(REGISTER.with("password", "\"short\"", "has 5 characters", WEAK));
    cases.add(REGISTER.with("password", "\"password1\"", "is easily guessed", WEAK));
    cases.addAll(other(REGISTER, "refresh_token_in_body", "\"yes\"", "1", "[]", "{}"));
    cases.addAll(text(BY_NAME, "username", 1_000, INVALID, INVALID, WRONG_PASSWORD));
    cases.addAll(text(BY_EMAIL, "email", 1_000, INVALID, INVALID, WRONG_PASSWORD));
    cases.addAll(text(BY_NAME, "password", 128, INVALID, INVALID, WRONG_PASSWORD));
    cases.addAll(other(BY_NAME, "refresh_token_in_body", "\"yes\"", "1", "[]", "{}"));
    cases.addAll(text(REFRESH, "refresh_token", 43, NO_SESSION, NO_SESSION, NO_SESSION));
    cases.addAll(text(PROFILE, "display_name", 64, INVALID, INVALID, INVALID));
    cases.add(PROFILE.with("display_name", "\" \\t \"", "is white space", INVALID));
    cases.add(PROFILE.with("display_name", "\"a\\nb\"", "has a line feed", INVALID));
    cases.add(PROFILE.with("display_name", "\"a\\u202eb\"", "turns the text after it", INVALID));
    cases.addAll(text(PASSWORD, "current_password", 128, INVALID, INVALID, FORBIDDEN));
    cases.add(PASSWORD.with("current_password", "\"x\"", "is another", FORBIDDEN));
    cases.addAll(text(PASSWORD, "new_password", 128, INVALID, INVALID, WEAK));
    cases.add(PASSWORD.with("new_password", "\"short\"", "has 5 characters", WEAK));
    cases.add(PASSWORD.with("new_password", "\"{username}\"", "is the user name", WEAK));
    cases.addAll(other(PASSWORD, "refresh_token_in_body", "\"yes\"", "1", "[]", "{}"));
    cases.addAll(text(ROOM, "name", 80, INVALID, INVALID, INVALID));
    cases.add(ROOM.with("name", "\" \\t \"", "is white space", INVALID));
    cases.addAll(text(ROOM, "description", 500, FINE, FINE, INVALID));
    cases.addAll(text(ROOM, "type", 80, FINE, INVALID, INVALID));
    cases.addAll(text(MESSAGE, "content", 4_000, INVALID, INVALID, INVALID));
    cases.add(MESSAGE.with("content", "\" \\n \"", "is white space", INVALID));
    cases.addAll(text(EDIT, "content", 4_000, INVALID, INVALID, INVALID));
    cases.add(EDIT.with("content", "\" \\n \"", "is white space", INVALID));
    cases.addAll(seqs());
    cases.addAll(roomIds());
    cases.addAll(clientIds());
    return cases;
  }

  private static List<Attempt> text(
      Form form, String field, int longest, Outcome missing, Outcome empty, Outcome tooLong) {
    // Where a text that is too long is not there, neither is one with a NUL in it.
    boolean token = tooLong.equals(NO_SESSION);
    Outcome unstorable = token ? NO_SESSION : INVALID;
    List<Attempt> cases = new ArrayList<>();
    cases.add(form.with(field, null, "is missing", missing));
    cases.add(form.with(field, "null", "is null", missing));
    cases.add(form.with(field, "\"\"", "is empty", empty));
    cases.add(
        form.with(
            field,
            "\"" + "x".repeat(longest + 1) + "\"",
            "has " + (longest + 1) + " characters",
            tooLong));
    cases.add(form.with(field, "\"a\\u0000b@c.example\"", "has a NUL", unstorable));
    cases.add(form.with(field, "\"a\\ud800b@c.example\"", "has half a surrogate pair", unstorable));
    cases.addAll(other(form, field, "7", "1.5", "true", "[]", "{}"));
    return cases;
  }

  private static List<Attempt> other(Form form, String field, String... values) {
    List<Attempt> cases = new ArrayList<>();
    for (String value : values) {
      cases.add(form.with(field, value, "is `" + value + "`", MALFORMED));
    }
    return cases;
  }

  private static List<Attempt> seqs() {
    List<Attempt> cases = new ArrayList<>();
    for (String nothing : List.of("0", "-1", "9007199254740993", "9223372036854775807")) {
      cases.add(MESSAGE.with("reply_to", nothing, "is `" + nothing + "`", INVALID));
    }
    cases.addAll(other(MESSAGE, "reply_to", "\"1\"", "1.5", "true", "[]", "9223372036854775808"));
    cases.add(MESSAGE.with("reply_to", "null", "is null", FINE));
    cases.add(READ.with("seq", null, "is missing", INVALID));
    cases.add(READ.with("seq", "null", "is null", INVALID));
    cases.add(READ.with("seq", "-1", "is `-1`", INVALID));
    cases.add(READ.with("seq", "9223372036854775807", "is `9223372036854775807`", FINE));
    cases.addAll(other(READ, "seq", "\"1\"", "1.5", "true", "[]", "9223372036854775808"));
    return cases;
  }

  private static List<Attempt> roomIds() {
    List<Attempt> cases = new ArrayList<>();
    cases.add(MESSAGE.with("room_id", null, "is missing", INVALID));
    cases.add(MESSAGE.with("room_id", "null", "is null", INVALID));
    cases.addAll(
        other(
            MESSAGE,
            "room_id",
            "\"\"",
            "\"7\"",
            "1.5",
            "1e3",
            "true",
            "[]",
            "{}",
            "9223372036854775808",
            "-9223372036854775809",
            "1e400"));
    for (String nowhere :
        List.of("0", "-1", "9007199254740993", "9223372036854775807", "{secret}")) {
      cases.add(MESSAGE.with("room_id", nowhere, "is `" + nowhere + "`", NOT_MEMBER));
    }
    return cases;
  }

  private static List<Attempt> clientIds() {
    List<Attempt> cases =
        new ArrayList<>(
            other(MESSAGE, "client_msg_id", "\"\"", "\"nobody\"", "7", "true", "[]", "{}"));
    cases.add(
        MESSAGE.with(
            "client_msg_id",
            "\"" + "0192f0a4-6c1e-7a52-9a35-5d0c5bb1c7a1".repeat(2) + "\"",
            "has 72 characters",
            MALFORMED));
    cases.add(MESSAGE.with("client_msg_id", "null", "is null", FINE));
    return cases;
  }
}
