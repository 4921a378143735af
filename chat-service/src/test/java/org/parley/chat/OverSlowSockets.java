package org.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.parley.chat.support.ChatService;
import org.parley.chat.support.ChatService.Someone;
import org.parley.chat.support.SocketClient;
import org.parley.chat.support.StuckReader;

/** What readers that take little or nothing do to others; run by {@link ChatServiceIT}. */
interface OverSlowSockets {

  /** More than two writers per core would be, were they a pool of that size. */
  int STUCK = Math.max(12, 2 * Runtime.getRuntime().availableProcessors() + 4);

  /** 16,000 bytes of UTF-8 each: four MiB of them fill what the operating system takes. */
  String LONG_TEXT = "😀".repeat(4_000);

  int LONG_TEXTS = 400;

  /** Well below the 10 s for which a write may be stuck, well above what a busy machine needs. */
  Duration NOT_DELAYED = Duration.ofSeconds(5);

  /** A write may be stuck for 10 s; a sweep a second sees it. */
  Duration ENDED_WITHIN = Duration.ofSeconds(20);

  @Test
  default void writesTogetherWhatAClientReadsTogether() throws Exception {
    Someone alice = ChatService.someone("alice");
    long room = alice.createRoom("public");
    try (SocketClient socket = alice.batchSocket()) {
      assertThat(socket.subprotocol()).isEqualTo("parley.v1.batch");
      socket.send("join_room", Map.of("room_id", room)).await("room_joined");
      int messages = 200;
      for (int i = 0; i < messages; i++) {
        Map<String, Object> message =
            Map.of("room_id", room, "content", "m" + i, "client_msg_id", UUID.randomUUID());
        socket.send("send_message", message);
      }
      for (int i = 0; i < messages; i++) {
        assertThat(socket.await("new_message").path("content").asText()).isEqualTo("m" + i);
        assertThat(socket.await("message_ack").path("seq").asLong()).isEqualTo(i + 1);
      }
    }
  }

  @Test
  default void stuckReadersDelayNobodyAndAreEnded() throws Exception {
    Someone alice = ChatService.someone("alice");
    long busy = alice.createRoom("public");
    long tooSlowBefore = metric("sockets_too_slow_total");
    List<StuckReader> stuck = new ArrayList<>();
    try (SocketClient healthy = ChatService.someone("bob").socket()) {
      long openBefore = metric("websocket_connections");
      for (int i = 0; i < STUCK; i++) {
        stuck.add(StuckReader.in(busy, ChatService.someone("stuck")));
      }
      healthy.send("join_room", Map.of("room_id", busy)).await("room_joined");
      Duration slowest = Duration.ZERO;
      for (int i = 1; i <= LONG_TEXTS; i++) {
        long posted = System.nanoTime();
        assertThat(alice.post(busy, LONG_TEXT, null).status()).isEqualTo(200);
        JsonNode message = healthy.await("new_message");
        assertThat(message.path("seq").asLong()).isEqualTo(i);
        Duration took = Duration.ofNanos(System.nanoTime() - posted);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
      }
      assertThat(slowest).as("post to delivery, beside stuck readers").isLessThan(NOT_DELAYED);
      long deadline = System.nanoTime() + ENDED_WITHIN.toNanos();
      while (metric("sockets_too_slow_total") - tooSlowBefore < STUCK) {
        assertThat(System.nanoTime()).as("ended in time").isLessThan(deadline);
        alice.post(busy, "still here", null);
        healthy.await("new_message");
      }
      while (metric("websocket_connections") > openBefore) {
        assertThat(System.nanoTime()).as("gone in time").isLessThan(deadline);
      }
    } finally {
      for (StuckReader reader : stuck) {
        reader.close();
      }
    }
  }

  private static long metric(String name) throws Exception {
    String metrics = ChatService.nobody().get("/metrics").text();
    Matcher value =
        Pattern.compile("^" + name + "\\{[^}]*} ([0-9.E]+)$", Pattern.MULTILINE).matcher(metrics);
    assertThat(value.find()).as("%s in %s", name, metrics).isTrue();
    return (long) Double.parseDouble(value.group(1));
  }
}
