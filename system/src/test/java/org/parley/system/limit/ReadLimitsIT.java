package org.parley.system.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.parley.system.limit.LimitedSystem.COPIES;
import static org.parley.system.limit.LimitedSystem.PAGES;
import static org.parley.system.limit.LimitedSystem.SENDS;
import static org.parley.system.support.Patience.await;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.StreamRoomRequest;
import org.parley.contract.chat.v1.StreamRoomResponse;
import org.parley.contract.rooms.v1.ListMembersRequest;
import org.parley.contract.rooms.v1.ListRoomsRequest;
import org.parley.system.rpc.RpcClient;
import org.parley.system.support.Api;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;

/**
 * Whoever only reads is limited, too, over REST and gRPC together, and who changes rooms: on a
 * system of its own.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ReadLimitsIT {

  private LimitedSystem limited;
  private RunningSystem system;

  @BeforeAll
  void start() {
    limited = LimitedSystem.start();
    system = limited.system();
  }

  @AfterAll
  void stop() {
    if (limited != null) {
      limited.close();
    }
  }

  @Test
  void pagesOfHistory() {
    Visitor ada = Visitor.signUp(system, "ada");
    Visitor ben = Visitor.signUp(system, "ben");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    String page = "/api/v1/rooms/" + room + "/messages";

    assertLimited(ada, PAGES, page);
    assertThat(get(ada, page + "/1").code()).as("one of them").isEqualTo("rate_limited");
    assertThat(get(ada, "/api/v1/rooms").status()).as("something else").isEqualTo(200);
    assertThat(get(ben, page).status()).as("another person").isEqualTo(200);
    try (RpcClient client = client(ada)) {
      ListMessagesRequest request = ListMessagesRequest.newBuilder().setRoomId(room).build();
      assertRefused(() -> client.chat().listMessages(request));
    }
    assertThat(limited.metric(0, "rate_limited_total", "limit=\"history\"")).isPositive();
  }

  @Test
  void pagesOfRoomsAndOfTheirMembers() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");

    String called = "/api/v1/rooms/" + room + "/members";
    assertLimited(ada, PAGES, "/api/v1/rooms?query=a", called, called + "?query=a");
    try (RpcClient client = client(ada)) {
      ListMembersRequest members = ListMembersRequest.newBuilder().setRoomId(room).build();
      assertRefused(() -> client.rooms().listRooms(ListRoomsRequest.getDefaultInstance()));
      assertRefused(() -> client.rooms().listMembers(members));
    }
    assertThat(limited.metric(0, "rate_limited_total", "limit=\"directory\"")).isPositive();
  }

  @Test
  void changesOfRoomsAreSends() {
    Visitor ada = Visitor.signUp(system, "ada");
    String room = "/api/v1/rooms/" + ada.createRoom(Visitor.freshName("room"), "public");
    Api api = Api.at(system.chat(0, "/")).as(ada.token());
    Stream<Api.Answer> changes =
        Stream.iterate(0, i -> i + 1)
            .map(
                i ->
                    i % 2 == 0
                        ? api.patch(room, Map.of("topic", "Tide " + i))
                        : api.put(room + "/mute", Map.of("muted", i % 4 == 1)));
    List<Api.Answer> answers = changes.limit(SENDS + 10).toList();
    assertThat(answers).filteredOn(one -> one.status() == 200).hasSizeBetween(SENDS, SENDS + 5);
    assertThat(answers.getLast().code()).isEqualTo("rate_limited");
  }

  @Test
  void copies() {
    Visitor ada = Visitor.signUp(system, "ada");
    assertLimited(ada, COPIES, "/api/v1/messages/export");
    assertThat(limited.metric(0, "rate_limited_total", "limit=\"export\"")).isPositive();
  }

  @Test
  void streamsCountAsSocketsDo() {
    Visitor ada = Visitor.signUp(system, "ada");
    long room = ada.createRoom(Visitor.freshName("room"), "public");
    CancellableContext first = Context.current().withCancellation();
    try (RpcClient client = client(ada);
        TestSocket socket = limited.open(0, "203.0.113.30")) {
      first.run(() -> stream(client, room).next());
      socket.authenticate(ada);

      assertRefused(() -> stream(client, room).next());
      try (TestSocket third = limited.open(0, "203.0.113.31")) {
        third.send("auth", Map.of("token", ada.token()));
        assertThat(third.await("error").path("code").asText()).isEqualTo("rate_limited");
      }
      first.cancel(null);
      await("its place is free", () -> begins(client, room));
    } finally {
      first.cancel(null);
    }
  }

  private boolean begins(RpcClient client, long room) {
    CancellableContext context = Context.current().withCancellation();
    boolean[] begun = {false};
    try {
      context.run(() -> begun[0] = stream(client, room).hasNext());
      return begun[0];
    } catch (StatusRuntimeException refusal) {
      return false;
    } finally {
      context.cancel(null);
    }
  }

  private static Iterator<StreamRoomResponse> stream(RpcClient client, long room) {
    return client.chat().streamRoom(StreamRoomRequest.newBuilder().setRoomId(room).build());
  }

  private RpcClient client(Visitor visitor) {
    return RpcClient.to(system.description().chat().getFirst(), visitor.token());
  }

  /** That so many of these together are answered, and then none, with the time to wait. */
  private void assertLimited(Visitor visitor, int most, String... paths) {
    int answered = 0;
    Api.Answer answer = get(visitor, paths[0]);
    while (answer.status() == 200 && answered < 10 * most) {
      answered++;
      answer = get(visitor, paths[answered % paths.length]);
    }
    assertThat(answered).isBetween(most, most + 2);
    assertThat(Stream.of(paths).map(path -> get(visitor, path).code()))
        .containsOnly("rate_limited");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.http().headers().firstValueAsLong("Retry-After").orElseThrow())
        .isBetween(1L, 3_600L);
  }

  private Api.Answer get(Visitor visitor, String path) {
    return Api.at(system.chat(0, "/")).as(visitor.token()).get(path);
  }

  private static void assertRefused(Runnable call) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, call::run);
    assertThat(refusal).as("a refusal").isNotNull();
    assertThat(refusal.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(RpcClient.problemCode(refusal)).isEqualTo("rate_limited");
  }
}
