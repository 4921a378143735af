package org.parley.system.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.system.support.RawSocket;
import org.parley.system.support.RawSocket.Heard;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** A client that sends faster than anything can be committed, and reads what it is told. */
@WithRunningSystem
class PipelinedSendsIT {

  /** More than twice what waits for a commit at most. */
  private static final int SENDS = 5_000;

  private final RunningSystem system;

  PipelinedSendsIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void eachIsAnsweredOnceInOrderAndNothingIsLost() throws Exception {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(SENDS).toList();
    try (RawSocket socket = RawSocket.open(system.socket(0), "Sec-WebSocket-Protocol: parley.v1")) {
      socket.text("{\"type\":\"auth\",\"token\":\"" + ada.token() + "\"}");
      socket.next();

      List<Long> stored = new ArrayList<>();
      List<String> unanswered = ids;
      int rounds = 0;
      while (!unanswered.isEmpty()) {
        assertThat(++rounds).as("rounds until nothing is refused").isLessThan(50);
        List<JsonNode> answers = sendAll(socket, room, unanswered);
        List<JsonNode> acks = ofType(answers, "message_ack");
        List<JsonNode> refusals = ofType(answers, "error");
        assertThat(new HashSet<>(idsOf(answers))).isEqualTo(new HashSet<>(unanswered));
        assertThat(idsOf(acks))
            .as("acks come in the order of the sends")
            .isEqualTo(inOrder(unanswered, idsOf(acks)));
        acks.forEach(ack -> stored.add(ack.path("seq").asLong()));
        assertThat(refusals)
            .allSatisfy(
                refusal -> {
                  assertThat(refusal.path("code").asText()).isEqualTo("busy");
                  assertThat(refusal.path("retry_after_ms").asLong()).isPositive();
                });
        unanswered = inOrder(unanswered, idsOf(refusals));
      }
      assertThat(stored).isEqualTo(LongStream.rangeClosed(1, SENDS).boxed().toList());
      JsonNode newest = ada.history(room).path("messages").path(0);
      assertThat(newest.path("seq").asLong()).isEqualTo(SENDS);
    }
  }

  /** Sends them all without waiting, and returns the answer to each as it came. */
  private static List<JsonNode> sendAll(RawSocket socket, long room, List<String> ids)
      throws Exception {
    CompletableFuture<List<JsonNode>> answers =
        CompletableFuture.supplyAsync(
            () -> IntStream.range(0, ids.size()).mapToObj(i -> next(socket)).toList());
    for (String id : ids) {
      socket.text(
          "{\"type\":\"send_message\",\"room_id\":%d,\"client_msg_id\":\"%s\",\"content\":\"%s\"}"
              .formatted(room, id, id));
    }
    return answers.get();
  }

  private static JsonNode next(RawSocket socket) {
    try {
      return switch (socket.next()) {
        case Heard.Said said -> said.frame();
        case Heard.Closed closed -> throw new AssertionError("the socket was ended: " + closed);
        case Heard.Cut cut -> throw new AssertionError("the socket was cut");
      };
    } catch (IOException e) {
      throw new AssertionError("nothing more was answered", e);
    }
  }

  private static List<JsonNode> ofType(List<JsonNode> frames, String type) {
    return frames.stream().filter(frame -> frame.path("type").asText().equals(type)).toList();
  }

  private static List<String> idsOf(List<JsonNode> frames) {
    return frames.stream().map(frame -> frame.path("client_msg_id").asText()).toList();
  }

  /** Those of the ids that are among the chosen, in the order of the ids. */
  private static List<String> inOrder(List<String> ids, List<String> chosen) {
    Set<String> wanted = new HashSet<>(chosen);
    return ids.stream().filter(wanted::contains).toList();
  }
}
