package org.parley.system.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.contract.promise.FrameContract.Speaker;
import org.parley.contract.promise.FrameWatch;

/**
 * A socket to {@code /ws}: frames out, and the frames that arrived, in their order. Closing it
 * fails when a frame, in either direction, was not as docs/asyncapi.yaml says.
 */
public final class TestSocket implements AutoCloseable, WebSocket.Listener {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String ROOM_ADDED = "room_added";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final BlockingQueue<JsonNode> arrived = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();
  private final FrameWatch watch = new FrameWatch();
  private WebSocket socket;

  private TestSocket() {}

  /** As a client that knows {@code parley.v1}. */
  public static TestSocket open(URI address) {
    return open(address, builder -> builder.subprotocols("parley.v1"));
  }

  /** As a client that knows {@code parley.v1.batch}. */
  public static TestSocket openBatch(URI address) {
    return open(address, builder -> builder.subprotocols("parley.v1.batch"));
  }

  /** As a client of the system Parley grew out of. */
  public static TestSocket openOriginal(URI address) {
    return open(address, builder -> builder);
  }

  /** How a handshake is made. */
  public interface Handshake {
    WebSocket.Builder of(WebSocket.Builder builder);
  }

  public static TestSocket open(URI address, Handshake handshake) {
    TestSocket opened = new TestSocket();
    opened.socket = get(handshake.of(HTTP.newWebSocketBuilder()).buildAsync(address, opened));
    return opened;
  }

  /** Sends a frame and returns at once. */
  public TestSocket send(String type, Map<String, ?> fields) {
    ObjectNode frame = frame(type, fields);
    watch.said(Speaker.CLIENT, frame);
    return sendText(frame.toString());
  }

  /** Sends a frame that goes against the document, to see it refused. */
  public TestSocket sendWrong(String type, Map<String, ?> fields) {
    return sendText(frame(type, fields).toString());
  }

  private static ObjectNode frame(String type, Map<String, ?> fields) {
    return JSON.createObjectNode().put("type", type).setAll(JSON.<ObjectNode>valueToTree(fields));
  }

  /** Sends any text, frame or not. */
  public TestSocket sendText(String text) {
    Confidences.keepOf(text);
    get(socket.sendText(text, true));
    return this;
  }

  /** Authenticates and returns the answer. */
  public JsonNode authenticate(Visitor visitor) {
    send("auth", Map.of("token", visitor.token()));
    JsonNode answer = await("success");
    assertThat(answer.path("message").asText()).isEqualTo("Authenticated successfully");
    return answer;
  }

  /** Joins and returns the answer. */
  public JsonNode join(long roomId) {
    send("join_room", Map.of("room_id", roomId));
    return await("room_joined");
  }

  /**
   * The next frame, which must be of this type. Only word that the same person came into a room on
   * another device is passed over: it comes on a way of its own, at any time.
   */
  public JsonNode await(String type) {
    JsonNode next = next();
    while (!type.equals(ROOM_ADDED) && next.path("type").asText().equals(ROOM_ADDED)) {
      next = next();
    }
    assertThat(next.path("type").asText()).as("%s", next).isEqualTo(type);
    return next;
  }

  /** The next frame of this type; others before it are passed over. */
  public JsonNode awaitAmongOthers(String type) {
    return awaitAnyOf(type);
  }

  /** The next frame of one of these types; others before it are passed over. */
  public JsonNode awaitAnyOf(String... types) {
    JsonNode next = next();
    while (!Set.of(types).contains(next.path("type").asText())) {
      next = next();
    }
    return next;
  }

  /** The documented messages that were said on it so far, by either side. */
  public Set<String> messages() {
    return watch.messages();
  }

  private JsonNode next() {
    try {
      JsonNode next = arrived.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      assertThat(next).as("a frame within %s", LIMIT).isNotNull();
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Whether nothing is left: asks for a pong, which everything before it would precede. */
  public void assertNothingElse() {
    send("ping", Map.of());
    await("pong");
  }

  /** The code the server ended the socket with. */
  public int awaitClose() {
    return get(closed);
  }

  @Override
  public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      try {
        for (String line : partial.toString().split("\n", -1)) {
          JsonNode frame = JSON.readTree(line);
          watch.said(Speaker.SERVER, frame);
          arrived.add(frame);
        }
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
      partial.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    closed.complete(code);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closed.completeExceptionally(error);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(alreadyClosed -> null);
    watch.verify();
  }
}
