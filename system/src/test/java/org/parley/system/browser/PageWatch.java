package org.parley.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketFrame;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.contract.promise.FrameWatch;

/**
 * What goes wrong in a page while a test looks elsewhere: in its scripts, what it may not do and
 * tried, what it asked of other hosts, and frames on its socket that are not, in either direction,
 * as docs/asyncapi.yaml says.
 */
final class PageWatch {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<String> complaints = new ArrayList<>();
  private final FrameWatch frames = new FrameWatch();

  /** By room, the answer to the last time the socket asked to come in. */
  private final Map<Long, JsonNode> entered = new HashMap<>();

  private PageWatch() {}

  /** From here on; of a page where nothing is open yet. */
  static PageWatch over(Page page, URI origin) {
    PageWatch watch = new PageWatch();
    watch.look(page, origin);
    return watch;
  }

  private void look(Page page, URI origin) {
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("a dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    page.onRequest(
        request -> {
          if (!origin.getAuthority().equals(URI.create(request.url()).getAuthority())) {
            complaints.add("a request to " + request.url());
            // Out of whatever the test is doing: no test passes that leaves the origin.
            throw new AssertionError("The page asked another origin: " + request.url());
          }
        });
    page.onWebSocket(
        socket -> {
          entered.clear();
          socket.onFrameSent(frame -> said(Speaker.CLIENT, frame));
          socket.onFrameReceived(frame -> said(Speaker.SERVER, frame));
        });
  }

  /** With parley.v1.batch a text holds several frames, a line each. */
  private void said(Speaker speaker, WebSocketFrame text) {
    text.text().lines().map(PageWatch::json).forEach(frame -> said(speaker, frame));
  }

  private void said(Speaker speaker, JsonNode frame) {
    frames.said(speaker, frame);
    long room = frame.path("room_id").asLong();
    switch (frame.path("type").asText()) {
      case "join_room" -> entered.remove(room);
      case "room_joined" -> entered.put(room, frame);
      default -> {}
    }
  }

  /**
   * What the server said when the socket came into a room; nothing as long as it is not there.
   * Behind a {@link Line} it is heard where the server says it, before the page has it, and also
   * when it is held back.
   */
  Optional<JsonNode> entered(long room) {
    return Optional.ofNullable(entered.get(room));
  }

  private static JsonNode json(String frame) {
    try {
      return JSON.readTree(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All but the frames, so far; from then on it counts no more. */
  List<String> takeComplaints() {
    List<String> taken = List.copyOf(complaints);
    complaints.clear();
    return taken;
  }

  /** Fails when something went wrong. */
  void verify() {
    assertThat(complaints).isEmpty();
    frames.verify();
  }
}
