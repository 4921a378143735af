package org.parley.system.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Counts are exact whatever is done by whom, on which device and instance. */
@WithRunningSystem
class ReadingIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  ReadingIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
    join(ben);
  }

  @Test
  void whatWasSaidBeforeSomebodyJoinedIsNotUnread() {
    ada.say(room, "1");
    ada.say(room, "@room 2");
    Visitor cleo = Visitor.signUp(system, "cleo");
    JsonNode joined =
        cleo.api().post("/api/v1/rooms/" + room + "/join", Map.of()).body().path("room");
    assertThat(counts(joined)).containsExactly(2L, 0L, 0L);
    ada.say(room, "3");
    assertCounts(cleo, 2, 1, 0);
    assertCounts(ben, 0, 3, 1);
    assertCounts(ada, 0, 0, 0);
    assertThat(ada.api().get("/api/v1/rooms/" + room).body().has("unread")).isTrue();
    JsonNode stranger = Visitor.signUp(system, "dan").api().get("/api/v1/rooms/" + room).body();
    assertThat(stranger.has("unread")).as("who is no member").isFalse();
    assertThat(stranger.has("last_read_seq")).isFalse();
  }

  @Test
  void countsFollowSendsEditsAndDeletions() {
    ben.say(room, "hello @" + ada.username());
    ben.say(room, "@ROOM: `@" + ben.username() + "`");
    ben.say(room, "nobody");
    ada.say(room, "my own");
    assertCounts(ada, 0, 3, 2);
    assertCounts(ben, 0, 1, 0);
    ben.api().patch(message(3), Map.of("content", "you, @" + ada.username() + "."));
    assertCounts(ada, 0, 3, 3);
    ben.api().patch(message(1), Map.of("content", "hello"));
    assertCounts(ada, 0, 3, 2);
    ben.api().delete(message(2));
    assertCounts(ada, 0, 2, 1);
    assertRead(ada, 1, 1, 1, 1);
    assertRead(ada, 99, 4, 0, 0);
    assertRead(ada, 2, 4, 0, 0);
    assertCounts(ada, 4, 0, 0);
  }

  @Test
  void everyDeviceHearsOfItOnEveryInstanceWhicheverRoomsItIsIn() {
    for (int i = 0; i < 3; i++) {
      ben.say(room, "@room");
    }
    try (TestSocket laptop = onInstance(0, ada);
        TestSocket phone = onInstance(1, ada);
        TestSocket bens = onInstance(1, ben);
        TestSocket original = TestSocket.openOriginal(system.socket(0))) {
      original.authenticate(ada);
      laptop.send("mark_read", Map.of("room_id", room, "seq", 2));
      for (TestSocket device : List.of(laptop, phone)) {
        assertThat(device.await("read").toString())
            .isEqualTo(
                "{\"type\":\"read\",\"room_id\":%d,\"seq\":2,\"unread\":1,\"mentions\":1,\"last_seq\":3}"
                    .formatted(room));
      }
      phone.send("mark_read", Map.of("room_id", room, "seq", 1));
      assertThat(phone.await("read").path("seq").asLong()).as("as it stands").isEqualTo(2);
      assertRead(ada, 3, 3, 0, 0);
      assertThat(laptop.await("read").path("unread").asLong()).isZero();
      assertThat(phone.await("read").path("unread").asLong()).isZero();
      for (TestSocket silent : List.of(laptop, phone, bens, original)) {
        silent.assertNothingElse();
      }
      assertThat(counts(laptop.join(room).path("room"))).containsExactly(3L, 0L, 0L);
    }
  }

  @Test
  void severalDevicesAtOnceLeaveThePointerAtTheHighest() {
    int messages = 60;
    for (int i = 0; i < messages; i++) {
      ben.say(room, "m");
    }
    try (TestSocket laptop = onInstance(0, ada);
        TestSocket phone = onInstance(1, ada)) {
      CompletableFuture<Void> overRest =
          CompletableFuture.runAsync(() -> assertThat(mark(ada, 30).status()).isEqualTo(200));
      LongStream.rangeClosed(1, messages - 1)
          .forEach(
              seq -> {
                laptop.send("mark_read", Map.of("room_id", room, "seq", seq));
                phone.send("mark_read", Map.of("room_id", room, "seq", messages - seq));
              });
      overRest.join();
      awaitSeq(laptop, messages - 1);
      awaitSeq(phone, messages - 1);
    }
    assertCounts(ada, messages - 1, 1, 0);
  }

  @Test
  void whoIsNoMemberHasReadNothing() {
    long secret = ben.createRoom(Visitor.freshName("secret"), "private");
    try (TestSocket socket = onInstance(0, ada)) {
      socket.send("mark_read", Map.of("room_id", secret, "seq", 1));
      JsonNode refusal = socket.await("error");
      assertThat(refusal.path("code").asText()).isEqualTo("not_member");
      assertThat(refusal.path("room_id").asLong()).isEqualTo(secret);
      assertThat(refusal.path("seq").asLong()).as("nothing about being in the room").isEqualTo(1);
    }
    Api.Answer answer = ada.api().post("/api/v1/rooms/" + secret + "/read", Map.of("seq", 1));
    assertThat(answer.status()).isEqualTo(403);
    ben.say(room, "before");
    ben.api().post("/api/v1/rooms/" + room + "/leave", Map.of());
    assertThat(mark(ben, 1).status()).isEqualTo(403);
    ada.say(room, "while ben is away, @" + ben.username());
    join(ben);
    assertCounts(ben, 2, 0, 0);
  }

  private TestSocket onInstance(int index, Visitor visitor) {
    TestSocket socket = TestSocket.open(system.socket(index));
    socket.authenticate(visitor);
    return socket;
  }

  private static void awaitSeq(TestSocket device, long seq) {
    long seen;
    do {
      seen = device.await("read").path("seq").asLong();
    } while (seen < seq);
    assertThat(seen).isEqualTo(seq);
  }

  private void join(Visitor visitor) {
    assertThat(visitor.api().post("/api/v1/rooms/" + room + "/join", Map.of()).status())
        .isEqualTo(200);
  }

  private String message(long seq) {
    return "/api/v1/rooms/" + room + "/messages/" + seq;
  }

  private Api.Answer mark(Visitor visitor, long seq) {
    return visitor.api().post("/api/v1/rooms/" + room + "/read", Map.of("seq", seq));
  }

  private void assertRead(Visitor visitor, long seq, long stands, long unread, long mentions) {
    JsonNode read = mark(visitor, seq).body();
    assertThat(
            List.of(
                read.path("seq").asLong(),
                read.path("unread").asLong(),
                read.path("mentions").asLong()))
        .containsExactly(stands, unread, mentions);
  }

  /** In the room itself and among all of theirs. */
  private void assertCounts(Visitor visitor, long lastRead, long unread, long mentions) {
    assertThat(counts(visitor.api().get("/api/v1/rooms/" + room).body()))
        .containsExactly(lastRead, unread, mentions);
    JsonNode mine = visitor.api().get("/api/v1/users/me/rooms").body().path("rooms");
    assertThat(mine)
        .anySatisfy(
            one -> {
              assertThat(one.path("id").asLong()).isEqualTo(room);
              assertThat(counts(one)).containsExactly(lastRead, unread, mentions);
            });
  }

  private static List<Long> counts(JsonNode view) {
    return List.of(
        view.path("last_read_seq").asLong(-1),
        view.path("unread").asLong(-1),
        view.path("mentions").asLong(-1));
  }
}
