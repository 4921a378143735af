package org.parley.system.refusal;

import static org.parley.system.refusal.Outcome.FINE;
import static org.parley.system.refusal.Outcome.FORBIDDEN;
import static org.parley.system.refusal.Outcome.LARGE_HEADERS;
import static org.parley.system.refusal.Outcome.LONG_ADDRESS;
import static org.parley.system.refusal.Outcome.MALFORMED;
import static org.parley.system.refusal.Outcome.NOT_ACCEPTABLE;
import static org.parley.system.refusal.Outcome.NO_JSON;
import static org.parley.system.refusal.Outcome.NO_SESSION;
import static org.parley.system.refusal.Outcome.TOO_LARGE;

import java.util.ArrayList;
import java.util.List;
import org.parley.system.refusal.Attempt.At;

/** What is around a request's content: types, codings, cookies, sizes. */
final class EnvelopeCases {

  private static final String MESSAGES = "/api/v1/messages";
  private static final String MESSAGE = "{\"room_id\":{room},\"content\":\"Aye.\"}";
  private static final int MOST = 64 * 1024;

  private EnvelopeCases() {}

  static List<Attempt> types() {
    List<Attempt> cases = new ArrayList<>();
    cases.add(Attempt.post("no content type", MESSAGES, MESSAGE, NO_JSON).withoutHeaders());
    for (String type :
        List.of(
            "text/plain",
            "text/json",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "application/merge-patch+json",
            "application/json; charset=iso-8859-1",
            "application/json; charset=utf-16")) {
      cases.add(content(type, NO_JSON));
    }
    cases.add(content("json", MALFORMED));
    cases.add(content(";;;", MALFORMED));
    cases.add(content("application/json; charset=\"UTF-8\"", FINE));
    for (String coding : List.of("gzip", "deflate", "br", "zstd", "gzip, identity")) {
      cases.add(
          Attempt.post("Content-Encoding: " + coding, MESSAGES, MESSAGE, NO_JSON)
              .header("Content-Encoding", coding));
    }
    cases.add(
        Attempt.post("Content-Encoding: identity", MESSAGES, MESSAGE, FINE)
            .header("Content-Encoding", "identity"));
    for (String path : List.of("/api/v1/rooms", "/api/v1/users/me", "/.well-known/jwks.json")) {
      for (String type : List.of("text/html", "application/xml", "application/problem+json")) {
        cases.add(Attempt.get("Accept: " + type, path, NOT_ACCEPTABLE).header("Accept", type));
      }
      cases.add(Attempt.get("Accept: garbage", path, MALFORMED).header("Accept", "garbage"));
      cases.add(
          Attempt.get("Accept: text/html, \\*/\\*;q=0.1", path, FINE)
              .header("Accept", "text/html, */*;q=0.1"));
    }
    return cases;
  }

  static List<Attempt> cookies() {
    String refresh = "/api/v1/users/refresh";
    List<Attempt> cases = new ArrayList<>();
    cases.add(Attempt.of("no cookie", "POST", refresh, NO_SESSION));
    cases.add(
        Attempt.of("a cookie of no session", "POST", refresh, NO_SESSION)
            .header("Cookie", "parley_refresh=" + "x".repeat(43)));
    cases.add(
        Attempt.of("a cookie that is none of ours", "POST", refresh, NO_SESSION)
            .header("Cookie", "parley_refresh=x"));
    cases.add(
        Attempt.of("the page of another site", "POST", refresh, FORBIDDEN)
            .header("Cookie", "parley_refresh=" + "x".repeat(43))
            .header("Origin", "https://evil.example"));
    return cases;
  }

  static List<Attempt> sizes() {
    List<Attempt> cases = new ArrayList<>();
    for (String path : List.of("/api/v1/rooms", "/api/v1/users/login", "/api/v1/users/refresh")) {
      At service = path.contains("users") ? At.USER_SERVICE : At.CHAT_SERVICE;
      for (At at : List.of(At.ORIGIN, service)) {
        Outcome fits = path.endsWith("rooms") ? FINE : path.endsWith("login") ? FINE : NO_SESSION;
        cases.add(sized("64 KiB", path, MOST, fits).at(at));
        cases.add(sized("64 KiB, sent in chunks", path, MOST, fits).chunked().at(at));
        cases.add(sized("64 KiB and a byte", path, MOST + 1, TOO_LARGE).at(at));
        cases.add(
            sized("64 KiB and a byte, sent in chunks", path, MOST + 1, TOO_LARGE).chunked().at(at));
      }
    }
    cases.add(
        Attempt.of(
                "64 KiB and a byte, though ignored", "POST", "/api/v1/rooms/{room}/join", TOO_LARGE)
            .text(" ".repeat(MOST + 1)));
    for (String path : List.of("/api/v1/users/me", "/api/v1/rooms")) {
      cases.add(Attempt.get("an address of 8,000 bytes", path + "?" + "x".repeat(8_000), FINE));
      cases.add(
          Attempt.get("an address of 9,000 bytes", path + "?" + "x".repeat(9_000), LONG_ADDRESS)
              .at(At.EDGE));
      cases.add(
          Attempt.get("a header of 8,000 bytes", path, FINE).header("X-Long", "x".repeat(8_000)));
      cases.add(
          Attempt.get("a header of 9,000 bytes", path, LARGE_HEADERS)
              .header("X-Long", "x".repeat(9_000))
              .at(At.EDGE));
      Attempt many = Attempt.get("headers of 40,000 bytes", path, LARGE_HEADERS).at(At.EDGE);
      for (int i = 0; i < 5; i++) {
        many.header("X-Long-" + i, "x".repeat(8_000));
      }
      cases.add(many);
    }
    cases.add(
        Attempt.get("a header of 9,000 bytes, where nothing is", "/api/v1/x;y", LARGE_HEADERS)
            .header("X-Long", "x".repeat(9_000))
            .at(At.EDGE));
    return cases;
  }

  private static Attempt content(String type, Outcome outcome) {
    return Attempt.post("Content-Type: " + type, MESSAGES, MESSAGE, outcome)
        .withoutHeaders()
        .header("Content-Type", type);
  }

  /** A good body with white space up to this size. */
  private static Attempt sized(String wrong, String path, int size, Outcome outcome) {
    return Attempt.post(wrong, path, null, outcome)
        .filled(
            path.endsWith("rooms")
                ? "{\"name\":\"{fresh}\",\"type\":\"private\"}"
                : path.endsWith("login")
                    ? "{\"username\":\"{username}\",\"password\":\"{password}\"}"
                    : "{\"refresh_token\":\"x\"}",
            size);
  }
}
