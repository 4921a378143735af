package org.parley.system.badinput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.parley.system.badinput.BadInput.Group;
import org.parley.system.badinput.BadInput.Start;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RawSocket.Handshake;

/** Who may open a socket, and what else may be asked at its address. */
final class HandshakeCases {

  private static final String PROTOCOL = "Sec-WebSocket-Protocol: ";

  private HandshakeCases() {}

  static List<Group> groups() {
    List<BadInput> cases = new ArrayList<>();
    cases.add(upgrade("HTTP 101"));
    cases.add(upgrade("HTTP 101", "Origin: ORIGIN"));
    cases.add(upgrade("HTTP 403", "Origin: https://evil.example"));
    cases.add(upgrade("HTTP 403", "Origin: null"));
    cases.add(upgrade("HTTP 403", "Origin: ORIGIN.evil.example"));
    cases.add(upgrade("HTTP 101 parley.v1", PROTOCOL + "parley.v1"));
    cases.add(upgrade("HTTP 101 parley.v1", PROTOCOL + "graphql-ws, parley.v1"));
    cases.add(upgrade("HTTP 101 parley.v1", PROTOCOL + "graphql-ws", PROTOCOL + "parley.v1"));
    cases.add(upgrade("HTTP 101 parley.v1.batch", PROTOCOL + "parley.v1, parley.v1.batch"));
    cases.add(upgrade("HTTP 101", PROTOCOL + "graphql-ws"));
    cases.add(upgrade("HTTP 101", PROTOCOL + "parley.v2, PARLEY.V1"));
    cases.add(asked("GET /ws without an upgrade", "HTTP 404", "GET", ""));
    cases.add(asked("POST /ws", "HTTP 404", "POST", "Content-Length: 0\r\n"));
    cases.add(asked("DELETE /ws", "HTTP 404", "DELETE", ""));
    cases.add(broken("Sec-WebSocket-Version: 13", "Sec-WebSocket-Version: 8", "HTTP 400"));
    cases.add(broken("Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==\r\n", "", "HTTP 400"));
    cases.add(
        broken("Sec-WebSocket-Key: AQIDBAUGBwgJCgsMDQ4PEA==", "Sec-WebSocket-Key: x", "HTTP 400"));
    return List.of(
        new Group(
            "Handshakes",
            "`GET /ws` at a chat instance with these headers besides; `ORIGIN` is one of"
                + " `PARLEY_PUBLIC_ORIGIN`.",
            cases));
  }

  private static BadInput upgrade(String answer, String... headers) {
    return request(
        headers.length == 0 ? "(none)" : String.join(", ", headers),
        answer,
        scene ->
            RawSocket.upgrade(
                scene.address(),
                Arrays.stream(headers)
                    .map(line -> line.replace("ORIGIN", scene.system().description().origin()))
                    .toArray(String[]::new)));
  }

  private static BadInput asked(String words, String answer, String method, String headers) {
    return request(
        words,
        answer,
        scene ->
            method
                + " /ws HTTP/1.1\r\nHost: "
                + scene.address().getAuthority()
                + "\r\n"
                + headers
                + "\r\n");
  }

  /** An upgrade in which something stands that should not. */
  private static BadInput broken(String good, String bad, String answer) {
    String words = bad.isEmpty() ? "No " + good.replaceFirst(":.*\\s*", "") : bad;
    return request(words, answer, scene -> RawSocket.upgrade(scene.address()).replace(good, bad));
  }

  private interface Request {
    String at(Scene scene);
  }

  private static BadInput request(String words, String answer, Request request) {
    return BadInput.described(
        Start.OUTSIDE, words, scene -> scene.heard(ask(scene, request.at(scene))), answer);
  }

  private static String ask(Scene scene, String request) throws IOException {
    Handshake handshake = RawSocket.ask(scene.address(), request);
    String protocol =
        handshake.headers().stream()
            .filter(line -> line.startsWith("sec-websocket-protocol:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .reduce("", (first, next) -> first + " " + next);
    boolean cookie = handshake.headers().stream().anyMatch(line -> line.startsWith("set-cookie:"));
    return "HTTP "
        + handshake.status()
        + protocol
        + (cookie ? " and a cookie nobody asked for" : "");
  }
}
