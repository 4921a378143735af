package org.parley.system.bench.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Undertow;
import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import io.undertow.websockets.core.protocol.version13.Hybi13Handshake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.bench.load.Ticket;

/** Clients against a server that says what a test wants it to say. */
class FlockIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final int CLIENTS = 100; // more than are let in at once

  private final Queue<String> resumes = new ConcurrentLinkedQueue<>();
  private final Queue<WebSocketChannel> sockets = new ConcurrentLinkedQueue<>();
  private final Queue<List<String>> answers = new ConcurrentLinkedQueue<>();
  private Undertow server;
  private int port;

  @BeforeEach
  void start() {
    server =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                new WebSocketProtocolHandshakeHandler(
                    Set.of(new Hybi13Handshake(Set.of(StormClient.SUBPROTOCOL), false)),
                    (WebSocketConnectionCallback) (exchange, socket) -> serve(socket)))
            .build();
    server.start();
    port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void comesBackWithItsCursorAndCountsWhatItMissed() throws Exception {
    answers.add(List.of("{\"type\":\"error\",\"message\":\"later\",\"retry_after_ms\":50}"));
    answers.add(
        List.of(
            "{\"type\":\"room_joined\",\"room_id\":7,\"last_seq\":7,\"head\":7,\"epoch\":\"e\"}",
            message(5),
            message(7),
            "{\"type\":\"resumed\",\"room_id\":7,\"head\":7}"));
    try (Flock flock = new Flock(List.of(new Ticket(port, "t", 7, false)))) {
      flock.enter();

      long begin = lose(flock);

      assertThat(flock.awaitInside(LIMIT)).isTrue();
      assertThat(resumes)
          .hasSize(2)
          .allMatch(frame -> frame.contains("\"room_id\":7,\"after\":4,\"epoch\":\"e\""));
      double[] seconds = flock.insideAfter(begin);
      assertThat(seconds).hasSize(1);
      assertThat(seconds[0]).isGreaterThan(0.5);
      assertThat(flock.missing(Map.of(7L, 8L))).as("6 and 8").isEqualTo(2);
      assertThat(flock.doubled() + flock.outOfOrder()).isZero();
      assertThat(report(flock))
          .containsEntry("refused", 1.0)
          .containsEntry("replayed", 2.0)
          .containsEntry("lost_again", 0.0)
          .containsEntry("resyncs", 0.0);
    }
  }

  @Test
  void letsManyInAndWaitsForAllOfThemToComeBack() throws Exception {
    for (int i = 0; i < CLIENTS; i++) {
      answers.add(
          List.of("{\"type\":\"resync_required\",\"room_id\":7,\"head\":9,\"epoch\":\"f\"}"));
    }
    List<Ticket> tickets =
        Stream.generate(() -> new Ticket(port, "t", 7, false)).limit(CLIENTS).toList();
    try (Flock flock = new Flock(tickets)) {
      flock.enter();

      lose(flock);

      assertThat(flock.awaitInside(LIMIT)).isTrue();
      assertThat(flock.missing(Map.of(7L, 9L))).isZero();
      assertThat(report(flock)).containsEntry("resyncs", (double) CLIENTS);
    }
  }

  @Test
  void goesWhenItIsSentAwayAndComesBackAtOnce() throws Exception {
    answers.add(
        List.of(
            "{\"type\":\"room_joined\",\"room_id\":7,\"last_seq\":7,\"head\":4,\"epoch\":\"e\"}",
            "{\"type\":\"resumed\",\"room_id\":7,\"head\":4}"));
    try (Flock flock = new Flock(List.of(new Ticket(port, "t", 7, false)))) {
      flock.enter();
      flock.expectLoss();

      say(sockets.remove(), "{\"type\":\"reconnect\",\"after_ms\":10}");

      assertThat(flock.awaitInside(LIMIT)).isTrue();
      assertThat(resumes).singleElement().asString().contains("\"after\":4,\"epoch\":\"e\"");
      assertThat(report(flock)).containsEntry("failed_connects", 0.0);
    }
  }

  /** The server's end of every connection closes. */
  private long lose(Flock flock) throws Exception {
    flock.expectLoss();
    long begin = System.nanoTime();
    for (WebSocketChannel socket = sockets.poll(); socket != null; socket = sockets.poll()) {
      socket.close();
    }
    return begin;
  }

  private static Map<String, Double> report(Flock flock) throws InterruptedException {
    Map<String, Double> report = new HashMap<>();
    flock.report(report);
    return report;
  }

  private static String message(long number) {
    return "{\"type\":\"new_message\",\"room_id\":7,\"content\":\"x\",\"seq\":"
        + number
        + ",\"change_seq\":"
        + number
        + "}";
  }

  private void serve(WebSocketChannel socket) {
    sockets.add(socket);
    socket
        .getReceiveSetter()
        .set(
            new AbstractReceiveListener() {
              @Override
              protected void onFullTextMessage(WebSocketChannel from, BufferedTextMessage text) {
                answer(from, text.getData());
              }
            });
    socket.resumeReceives();
  }

  private void answer(WebSocketChannel socket, String frame) {
    if (frame.startsWith("{\"type\":\"auth\"")) {
      say(socket, "{\"type\":\"success\"}");
    } else if (frame.contains("\"after\"")) {
      resumes.add(frame);
      answers.remove().forEach(answer -> say(socket, answer));
    } else {
      say(socket, "{\"type\":\"room_joined\",\"room_id\":7,\"head\":4,\"epoch\":\"e\"}");
    }
  }

  private static void say(WebSocketChannel socket, String frame) {
    try {
      WebSockets.sendTextBlocking(frame, socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
