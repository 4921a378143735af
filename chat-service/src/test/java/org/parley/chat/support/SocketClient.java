package org.parley.chat.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.parley.contract.Json;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.contract.promise.FrameWatch;

/**
 * A client on {@code /ws}: writes frames, and finds what it was sent by type. Closing it fails when
 * a frame, in either direction, was not as docs/asyncapi.yaml says.
 */
public final class SocketClient implements WebSocket.Listener, AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final List<JsonNode> passedOver = new ArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final FrameWatch watch = new FrameWatch();
  private WebSocket socket;

  private SocketClient() {}

  /** A client that knows many rooms. */
  public static SocketClient open(int port) throws Exception {
    SocketClient client = new SocketClient();
    client.connect(builder().subprotocols("parley.v1"), port);
    return client;
  }

  /** A client that knows many rooms and reads several frames in one text. */
  public static SocketClient openBatch(int port) throws Exception {
    SocketClient client = new SocketClient();
    client.connect(builder().subprotocols("parley.v1.batch", "parley.v1"), port);
    return client;
  }

  /** A client of the original, which knows no subprotocol. */
  public static SocketClient openOriginal(int port) throws Exception {
    SocketClient client = new SocketClient();
    client.connect(builder(), port);
    return client;
  }

  /** A browser on a page of this origin. */
  public static SocketClient openFrom(String origin, int port) throws Exception {
    SocketClient client = new SocketClient();
    client.connect(builder().header("Origin", origin), port);
    return client;
  }

  private static WebSocket.Builder builder() {
    return CLIENT.newWebSocketBuilder();
  }

  private void connect(WebSocket.Builder builder, int port) throws Exception {
    socket =
        builder
            .buildAsync(URI.create("ws://localhost:" + port + "/ws"), this)
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  public String subprotocol() {
    return socket.getSubprotocol();
  }

  /** Sends a frame: its type, then its fields. */
  public SocketClient send(String type, Map<String, ?> fields) throws Exception {
    ObjectNode frame = Json.json().createObjectNode().put("type", type);
    frame.setAll(Json.json().<ObjectNode>valueToTree(fields));
    watch.said(Speaker.CLIENT, frame);
    socket.sendText(frame.toString(), true).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return this;
  }

  /** The first frame of this type that was not asked for yet; an empty one when none comes. */
  public JsonNode await(String type) throws InterruptedException {
    for (JsonNode frame : passedOver) {
      if (frame.path("type").asText().equals(type)) {
        passedOver.remove(frame);
        return frame;
      }
    }
    while (true) {
      JsonNode frame = arrived.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        return MissingNode.getInstance();
      }
      if (frame.path("type").asText().equals(type)) {
        return frame;
      }
      passedOver.add(frame);
    }
  }

  /** The types of all frames that arrived and were not asked for. */
  public List<String> others() {
    arrived.drainTo(passedOver);
    return passedOver.stream().map(frame -> frame.path("type").asText()).toList();
  }

  /** The code the server closes with. */
  public int awaitClose() throws Exception {
    return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
    partial.append(text);
    if (last) {
      try {
        for (String line : partial.toString().split("\n", -1)) {
          JsonNode frame = Json.json().readTree(line);
          watch.said(Speaker.SERVER, frame);
          arrived.add(frame);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void close() {
    socket.abort();
    watch.verify();
  }
}
