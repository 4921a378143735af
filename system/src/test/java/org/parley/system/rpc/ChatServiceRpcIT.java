package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.JOINED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.RESUMED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.RESYNC_REQUIRED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.USER_JOINED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.USER_LEFT;
import static org.parley.system.rpc.RpcClient.refusal;

import io.grpc.StatusRuntimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.chat.v1.RoomJoined;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.TestSocket;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Two people, each on an instance of their own, one over gRPC. */
@WithRunningSystem
class ChatServiceRpcIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  ChatServiceRpcIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleAndARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
  }

  @Test
  void sendsOnceHoweverOftenAndWhicheverWay() {
    String id = UUID.randomUUID().toString();
    SendMessageRequest send = message("once").setClientMsgId(id).build();
    try (RpcClient first = connect(0, ada);
        RpcClient second = connect(1, ada)) {
      Message sent = first.chat().sendMessage(send).getMessage();
      assertThat(sent.getSeq()).isEqualTo(1);
      assertThat(second.chat().sendMessage(send).getMessage()).isEqualTo(sent);
      var overRest =
          ada.api()
              .post(
                  "/api/v1/messages",
                  Map.of("room_id", room, "client_msg_id", id, "content", "once"));
      assertThat(overRest.body().path("message_id").asLong()).isEqualTo(sent.getMessageId());
      assertThat(
              refusal(
                  () -> second.chat().sendMessage(send.toBuilder().setContent("other").build())))
          .isEqualTo("ALREADY_EXISTS conflict");

      var page = first.chat().listMessages(history().build());
      assertThat(page.getMessagesList()).containsExactly(sent);
      assertThat(page.getThrough()).isEqualTo(sent.getChangeSeq());
    }
  }

  @Test
  void followsARoomWhileItIsTalkedIn() {
    try (RpcClient client = connect(1, ben);
        RoomEvents events = RoomEvents.of(client.chat(), room);
        TestSocket socket = TestSocket.open(system.socket(0))) {
      RoomJoined joined = events.next(JOINED).getJoined();
      assertThat(joined.getHead()).isZero();
      socket.authenticate(ada);
      socket.join(room);
      assertThat(events.next(USER_JOINED).getUserJoined().getUserId()).isEqualTo(ada.id());

      for (int i = 1; i <= 200; i++) {
        socket.send("send_message", Map.of("room_id", room, "content", "message " + i));
      }
      List<Long> seen = new ArrayList<>();
      for (int i = 1; i <= 200; i++) {
        Message message = events.nextMessage();
        assertThat(message.getContent()).isEqualTo("message " + i);
        assertThat(message.getUsername()).isEqualTo(ada.username());
        seen.add(message.getChangeSeq());
      }
      assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
      socket.send("leave_room", Map.of("room_id", room));
      assertThat(events.next(USER_LEFT).getUserLeft().getUserId()).isEqualTo(ada.id());
    }
  }

  @Test
  void resumesOnAnotherInstanceFromWhereItWas() {
    String epoch;
    long cursor;
    try (RpcClient client = connect(0, ben);
        RoomEvents events = RoomEvents.of(client.chat(), room)) {
      epoch = events.next(JOINED).getJoined().getEpoch();
      say("first");
      cursor = events.nextMessage().getChangeSeq();
    }
    for (int i = 0; i < 20; i++) {
      say("missed " + i);
    }
    try (RpcClient client = connect(1, ben);
        RoomEvents events = RoomEvents.of(client.chat(), room, cursor, epoch)) {
      assertThat(events.next(JOINED).getJoined().getHead()).isEqualTo(21);
      for (int i = 0; i < 20; i++) {
        assertThat(events.nextMessage().getContent()).isEqualTo("missed " + i);
      }
      assertThat(events.next(RESUMED).getResumed().getHead()).isEqualTo(21);
      say("live");
      assertThat(events.nextMessage().getContent()).isEqualTo("live");
    }
    for (var beyond : List.of(Map.entry(23L, epoch), Map.entry(cursor, "another epoch"))) {
      try (RpcClient client = connect(1, ben);
          RoomEvents events =
              RoomEvents.of(client.chat(), room, beyond.getKey(), beyond.getValue())) {
        events.next(JOINED);
        assertThat(events.next(RESYNC_REQUIRED).getResyncRequired().getEpoch()).isEqualTo(epoch);
        say("after all");
        assertThat(events.nextMessage().getContent()).isEqualTo("after all");
      }
    }
  }

  @Test
  void aStreamIsAPersonInTheRoomUntilItIsCancelled() {
    try (TestSocket socket = TestSocket.open(system.socket(0))) {
      socket.authenticate(ada);
      socket.join(room);
      try (RpcClient client = connect(1, ben)) {
        RoomEvents events = RoomEvents.of(client.chat(), room);
        events.next(JOINED);
        assertThat(socket.await("user_joined").path("user_id").asLong()).isEqualTo(ben.id());
        events.close();
        assertThat(socket.await("user_left").path("user_id").asLong()).isEqualTo(ben.id());
      }
    }
  }

  @Test
  void refusesWithTheProblemsOfRest() {
    long secret = ada.createRoom(Visitor.freshName("secret"), "private");
    try (RpcClient mine = connect(0, ada);
        RpcClient theirs = connect(0, ben);
        RpcClient nobody = RpcClient.to(system.description().chat().getFirst(), null)) {
      assertThat(refusal(() -> nobody.chat().sendMessage(message("x").build())))
          .isEqualTo("UNAUTHENTICATED unauthorized");
      assertThat(refusal(() -> nobody.chat().listMessages(history().build())))
          .isEqualTo("UNAUTHENTICATED unauthorized");
      assertThat(endOf(RoomEvents.of(nobody.chat(), room)))
          .isEqualTo("UNAUTHENTICATED unauthorized");
      assertThat(refusal(() -> theirs.chat().sendMessage(message("x").build())))
          .isEqualTo("PERMISSION_DENIED not_member");
      assertThat(refusal(() -> theirs.chat().listMessages(history().setRoomId(secret).build())))
          .isEqualTo("NOT_FOUND not_found");
      assertThat(endOf(RoomEvents.of(theirs.chat(), secret))).isEqualTo("NOT_FOUND not_found");
      assertThat(endOf(RoomEvents.of(mine.chat(), room, 1, "")))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      for (String content : List.of("", " ", "\0", "x".repeat(4_001))) {
        assertThat(refusal(() -> mine.chat().sendMessage(message(content).build())))
            .isEqualTo("INVALID_ARGUMENT validation_failed");
      }
      for (String id :
          List.of("", "1-1-1-1-1", "not a uuid", "000000001-000-0000-0000-000000000001")) {
        assertThat(refusal(() -> mine.chat().sendMessage(message("x").setClientMsgId(id).build())))
            .isEqualTo("INVALID_ARGUMENT validation_failed");
      }
      assertThat(refusal(() -> mine.chat().listMessages(history().setLimit(101).build())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      assertThat(refusal(() -> mine.chat().listMessages(history().setBefore(-1).build())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      assertThatThrownBy(() -> mine.chat().sendMessage(message("x".repeat(70_000)).build()))
          .isInstanceOf(StatusRuntimeException.class)
          .hasMessageStartingWith("RESOURCE_EXHAUSTED");
      assertThat(mine.chat().listMessages(history().build()).getMessagesList()).isEmpty();
    }
  }

  private static String endOf(RoomEvents events) {
    try (events) {
      return refusal(events::next);
    }
  }

  private void say(String content) {
    assertThat(
            ada.api()
                .post("/api/v1/messages", Map.of("room_id", room, "content", content))
                .status())
        .isEqualTo(200);
  }

  private RpcClient connect(int instance, Visitor visitor) {
    return RpcClient.to(system.description().chat().get(instance), visitor.token());
  }

  private SendMessageRequest.Builder message(String content) {
    return SendMessageRequest.newBuilder().setRoomId(room).setContent(content);
  }

  private ListMessagesRequest.Builder history() {
    return ListMessagesRequest.newBuilder().setRoomId(room);
  }
}
