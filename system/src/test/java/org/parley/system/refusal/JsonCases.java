package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NO_SESSION;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that are no JSON object in UTF-8, or not one we take. */
final class JsonCases {

  /** Good requests without the brace at their end. */
  private static final Map<String, String> OPEN = new LinkedHashMap<>();

  static {
    OPEN.put(
        "/api/v1/users/register",
        "{\"username\":\"{fresh}\",\"email\":\"{fresh}@example.org\",\"password\":\"c h {fresh}\"");
    OPEN.put("/api/v1/users/login", "{\"username\":\"{username}\",\"password\":\"{password}\"");
    OPEN.put("/api/v1/users/refresh", "{\"refresh_token\":\"" + "x".repeat(43) + "\"");
    OPEN.put("/api/v1/rooms", "{\"name\":\"{fresh}\",\"type\":\"private\"");
    OPEN.put("/api/v1/messages", "{\"room_id\":{room},\"content\":\"Aye.\"");
  }

  private JsonCases() {}

  static List<Attempt> all() {
    List<Attempt> cases = new ArrayList<>();
    OPEN.forEach(
        (path, open) -> {
          boolean refresh = path.endsWith("/refresh");
          Outcome nothing = refresh ? NO_SESSION : MALFORMED;
          cases.add(Attempt.post("no body", path, "", nothing));
          cases.add(Attempt.post("the body is `null`", path, "null", nothing));
          for (String body : List.of("[]", "7", "\"text\"", "true", "[" + open + "}]")) {
            String shown = body.startsWith("[{") ? "[{…}]" : body;
            cases.add(Attempt.post("the body is `" + shown + "`", path, body, MALFORMED));
          }
          cases.add(Attempt.post("no closing brace", path, open, MALFORMED));
          cases.add(Attempt.post("text after the object", path, open + "} x", MALFORMED));
          cases.add(Attempt.post("two objects", path, open + "}{}", MALFORMED));
          cases.add(more("a comment", path, open, "/**/", MALFORMED));
          cases.add(more("a comma before the brace", path, open, ",", MALFORMED));
          cases.add(more("single quotes", path, open, ",'a':1", MALFORMED));
          cases.add(more("`NaN`", path, open, ",\"a\":NaN", MALFORMED));
          cases.add(more("a line break in a text", path, open, ",\"a\":\"\n\"", MALFORMED));
          cases.add(
              more(
                  "a number of 2,000 digits",
                  path,
                  open,
                  ",\"a\":" + "1".repeat(2_000),
                  MALFORMED));
          cases.add(more("an unknown field twice", path, open, ",\"a\":1,\"a\":2", MALFORMED));
          cases.add(
              Attempt.post(
                  "a known field twice", path, open + "," + open.substring(1) + "}", MALFORMED));
          cases.add(more("lists 30,000 deep", path, open, nested("[", "]", 30_000), MALFORMED));
          cases.add(
              more("objects 9,000 deep", path, open, nested("{\"a\":", "}", 9_000), MALFORMED));
          cases.add(
              more("an unknown field", path, open, ",\"a\":[{}]", refresh ? NO_SESSION : FINE));
          cases.add(bytes("a byte that is not UTF-8", path, open, new byte[] {(byte) 0xff}));
          cases.add(
              bytes(
                  "half a surrogate pair as bytes",
                  path,
                  open,
                  new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}));
          cases.add(bytes("an overlong `/`", path, open, new byte[] {(byte) 0xc0, (byte) 0xaf}));
          cases.add(bytes("a NUL", path, open, new byte[] {0}));
          for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16)) {
            cases.add(
                Attempt.post(charset.name(), path, null, MALFORMED)
                    .bytes((open + "}").getBytes(charset)));
          }
        });
    return cases;
  }

  private static Attempt more(
      String wrong, String path, String open, String more, Outcome outcome) {
    return Attempt.post(wrong, path, open + more + "}", outcome);
  }

  private static String nested(String begin, String end, int depth) {
    String inside = begin.equals("[") ? "" : "1";
    return ",\"a\":" + begin.repeat(depth) + inside + end.repeat(depth);
  }

  /** The bytes inside a text. */
  private static Attempt bytes(String wrong, String path, String open, byte[] odd) {
    byte[] before = (open + ",\"a\":\"").getBytes(StandardCharsets.UTF_8);
    byte[] after = "\"}".getBytes(StandardCharsets.UTF_8);
    byte[] body = new byte[before.length + odd.length + after.length];
    System.arraycopy(before, 0, body, 0, before.length);
    System.arraycopy(odd, 0, body, before.length, odd.length);
    System.arraycopy(after, 0, body, before.length + odd.length, after.length);
    return Attempt.post(wrong + " in a text", path, null, MALFORMED).bytes(body);
  }
}
