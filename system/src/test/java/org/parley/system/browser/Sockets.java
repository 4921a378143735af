package org.parley.system.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The sockets of a page from the next one on, for a test to end, to refuse and to make deaf. */
final class Sockets {

  private static final Pattern SOCKET = Pattern.compile("/ws$");

  private final List<WebSocketRoute> opened = new ArrayList<>();
  private int refusal;
  private boolean silent;
  private boolean welcome;

  private Sockets() {}

  static Sockets of(Page page) {
    Sockets sockets = new Sockets();
    page.routeWebSocket(SOCKET, sockets::route);
    return sockets;
  }

  /** Those that led to the server. */
  int count() {
    return opened.size();
  }

  /** Whether the last of them is open, and the server knows whose it is. */
  boolean areWelcome() {
    return welcome;
  }

  void say(String frame) {
    opened.getLast().send(frame);
  }

  /** Ends the socket as the server would, and lets the next one through. */
  void end(int code) {
    welcome = false;
    opened.getLast().close(new WebSocketRoute.CloseOptions().setCode(code));
  }

  /** Ends the socket, and every one after it, until they are allowed again. */
  void endAll(int code) {
    refusal = code;
    end(code);
  }

  void allow() {
    refusal = 0;
  }

  /** What the server says on the sockets there are does not arrive. */
  void silence() {
    silent = true;
  }

  private void route(WebSocketRoute socket) {
    if (refusal != 0) {
      socket.close(new WebSocketRoute.CloseOptions().setCode(refusal));
      return;
    }
    silent = false;
    welcome = false;
    opened.add(socket);
    WebSocketRoute server = socket.connectToServer();
    socket.onMessage(frame -> server.send(frame.text()));
    server.onMessage(
        frame -> {
          if (!silent) {
            socket.send(frame.text());
            welcome |= frame.text().contains("\"type\":\"success\"");
          }
        });
  }
}
