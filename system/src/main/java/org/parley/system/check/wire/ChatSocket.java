package org.parley.system.check.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection: texts out, in their order; what arrived, with the time at which it did. One
 * thread sends and takes.
 */
public final class ChatSocket implements WebSocket.Listener {

  /** What came from the server; times are {@link System#nanoTime()}. */
  public sealed interface Arrival {
    /** One frame of the protocol, as text. */
    record Said(String frame, long time) implements Arrival {}

    /** The end, by a close code, or 1006 without one. */
    record Ended(int code) implements Arrival {}
  }

  private static final int NORMAL = 1000;

  /** RFC 6455 §7.1.5: the connection was lost without a close frame. */
  private static final int ABNORMAL = 1006;

  /** A server that does not answer a close by then is left alone. */
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final StringBuilder partial = new StringBuilder();
  private volatile @Nullable WebSocket socket;
  private CompletableFuture<?> sending = CompletableFuture.completedFuture(null);

  private ChatSocket() {}

  /**
   * Connects.
   *
   * @throws IOException when there was no connection within the limit
   */
  public static ChatSocket open(HttpClient http, URI address, String protocol, Duration limit)
      throws IOException, InterruptedException {
    ChatSocket opened = new ChatSocket();
    CompletableFuture<WebSocket> handshake =
        http.newWebSocketBuilder()
            .subprotocols(protocol)
            .connectTimeout(limit)
            .buildAsync(address, opened);
    try {
      WebSocket socket = handshake.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!socket.getSubprotocol().equals(protocol)) {
        socket.abort();
        throw new IOException("the server does not speak " + protocol);
      }
      opened.socket = socket;
      return opened;
    } catch (ExecutionException e) {
      throw new IOException(RestApi.reason(e.getCause() == null ? e : e.getCause()), e);
    } catch (TimeoutException e) {
      handshake.cancel(true);
      throw new IOException("no answer within " + limit.toMillis() + " ms", e);
    }
  }

  /** Sends a text after those before it; whether it arrives shows in answers only. */
  public void send(String text) {
    WebSocket open = open();
    sending = sending.thenCompose(before -> open.sendText(text, true));
  }

  /** The next thing that arrives, or null when nothing does within this time. */
  public @Nullable Arrival next(long nanos) throws InterruptedException {
    return arrivals.poll(nanos, TimeUnit.NANOSECONDS);
  }

  /** Cuts the connection as a lost network would, in the middle of whatever is on its way. */
  public void cut() {
    open().abort();
  }

  /** Closes the connection with a word to the server. */
  public void close() throws InterruptedException {
    WebSocket open = open();
    try {
      open.sendClose(NORMAL, "").get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      long begin = System.nanoTime();
      long left = CLOSE_LIMIT.toNanos();
      while (left > 0 && !(next(left) instanceof Arrival.Ended)) {
        left = CLOSE_LIMIT.toNanos() - (System.nanoTime() - begin);
      }
    } catch (ExecutionException | TimeoutException e) {
      // The connection was lost meanwhile, which ends it as well.
    } finally {
      open.abort();
    }
  }

  private WebSocket open() {
    WebSocket open = socket;
    if (open == null) {
      throw new IllegalStateException("not connected");
    }
    return open;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      long time = System.nanoTime();
      // parley.v1.batch puts several in one text; in parley.v1 no JSON text has a raw line break.
      partial.toString().lines().forEach(frame -> arrivals.add(new Arrival.Said(frame, time)));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    arrivals.add(new Arrival.Ended(code));
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    arrivals.add(new Arrival.Ended(ABNORMAL));
  }
}
