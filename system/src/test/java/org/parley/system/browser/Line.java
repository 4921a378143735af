package org.parley.system.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The line between a page and its server, for a test to hold back what the server says, to answer
 * in its place, and to cut. From the next socket on: reload after laying it.
 */
final class Line {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern SOCKET = Pattern.compile("/ws$");

  private final Page page;
  private final List<WebSocketRoute> open = new ArrayList<>();
  private final List<ObjectNode> said = new ArrayList<>();
  private final List<Runnable> heldBack = new ArrayList<>();
  private final Map<String, UnaryOperator<ObjectNode>> answers = new LinkedHashMap<>();
  private UnaryOperator<ObjectNode> change = frame -> frame;
  private List<String> withheld = List.of();
  private boolean cut;

  private Line(Page page) {
    this.page = page;
  }

  static Line of(Page page) {
    Line line = new Line(page);
    page.routeWebSocket(SOCKET, line::route);
    return line;
  }

  /** Holds back server frames of these types until the line is let go. */
  void withhold(String... types) {
    withheld = List.of(types);
  }

  /** Returns once so many are held back. */
  void awaitHeldBack(int count) {
    page.waitForCondition(() -> heldBack.size() == count);
  }

  void letGo() {
    withheld = List.of();
    heldBack.forEach(Runnable::run);
    heldBack.clear();
  }

  /** Answers client frames of a type in the place of the server, which does not get them. */
  void answer(String type, UnaryOperator<ObjectNode> answer) {
    answers.put(type, answer);
  }

  /** Refuses what is said in rooms, as the server would. */
  void refuse(String code) {
    answer(
        "send_message",
        frame -> {
          ObjectNode error = frame.objectNode();
          error.put("type", "error").put("message", "Failed to send message: no.");
          error.put("code", code).put("room_id", frame.path("room_id").asLong());
          return error.put("client_msg_id", frame.path("client_msg_id").asText());
        });
  }

  void answerNoMore() {
    answers.clear();
  }

  /** Changes what the server says. */
  void change(UnaryOperator<ObjectNode> edit) {
    change = edit;
  }

  /**
   * Ends the socket, and every one that is opened until it is mended. The page knows of it when
   * this returns.
   */
  void cut() {
    cut = true;
    open.forEach(WebSocketRoute::close);
    open.clear();
    page.waitForCondition(() -> !state().equals("live"));
  }

  void mend() {
    cut = false;
  }

  /** Mends it, and the page knows of it when this returns. */
  void reconnect() {
    mend();
    page.waitForCondition(
        () -> {
          String state = state();
          if (state.equals("offline")) {
            // As a browser says when its network is back. While the page tries it does not listen.
            page.evaluate("dispatchEvent(new Event('online'))");
          }
          return state.equals("live");
        });
  }

  private String state() {
    return page.getByTestId("connection-state").getAttribute("data-state");
  }

  /** What the page said of a type, in order, whether or not the server got it. */
  List<ObjectNode> said(String type) {
    return said.stream().filter(frame -> type.equals(frame.path("type").asText())).toList();
  }

  private void route(WebSocketRoute socket) {
    if (cut) {
      socket.close();
      return;
    }
    WebSocketRoute server = socket.connectToServer();
    open.add(socket);
    socket.onMessage(
        text -> {
          ObjectNode frame = read(text.text());
          said.add(frame);
          UnaryOperator<ObjectNode> answer = answers.get(frame.path("type").asText());
          if (answer == null) {
            server.send(text.text());
          } else {
            socket.send(answer.apply(frame).toString());
          }
        });
    server.onMessage(text -> text.text().lines().forEach(line -> pass(socket, read(line))));
  }

  private void pass(WebSocketRoute socket, ObjectNode frame) {
    Runnable give = () -> socket.send(change.apply(frame).toString());
    if (withheld.contains(frame.path("type").asText())) {
      heldBack.add(give);
    } else {
      give.run();
    }
  }

  private static ObjectNode read(String frame) {
    try {
      return (ObjectNode) JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
