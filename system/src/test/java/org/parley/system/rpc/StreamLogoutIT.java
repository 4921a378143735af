package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.JOINED;
import static org.parley.system.rpc.RpcClient.refusal;

import org.junit.jupiter.api.Test;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** A logout ends what its session has open over gRPC, on every instance. */
@WithRunningSystem
class StreamLogoutIT {

  private final RunningSystem system;

  StreamLogoutIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void endsTheStreamsOfThatSessionAndNoOthers() {
    Visitor laptop = Visitor.signUp(system, "ada");
    Visitor phone = laptop.signInAgain(system);
    long room = laptop.createRoom(Visitor.freshName("room"), "public");
    try (RpcClient laptopHere = connect(0, laptop);
        RpcClient laptopThere = connect(1, laptop);
        RpcClient phoneHere = connect(0, phone);
        RoomEvents here = RoomEvents.of(laptopHere.chat(), room);
        RoomEvents there = RoomEvents.of(laptopThere.chat(), room);
        RoomEvents other = RoomEvents.of(phoneHere.chat(), room)) {
      here.next(JOINED);
      there.next(JOINED);
      other.next(JOINED);

      laptop.logOut(system);
      assertThat(refusal(here::next)).isEqualTo("UNAUTHENTICATED unauthorized");
      assertThat(refusal(there::next)).isEqualTo("UNAUTHENTICATED unauthorized");

      assertThat(refusal(() -> laptopHere.chat().listMessages(history(room))))
          .isEqualTo("UNAUTHENTICATED unauthorized");
      phoneHere
          .chat()
          .sendMessage(
              SendMessageRequest.newBuilder().setRoomId(room).setContent("still here").build());
      assertThat(other.nextMessage().getContent()).isEqualTo("still here");
    }
  }

  private static ListMessagesRequest history(long room) {
    return ListMessagesRequest.newBuilder().setRoomId(room).build();
  }

  private RpcClient connect(int instance, Visitor visitor) {
    return RpcClient.to(system.description().chat().get(instance), visitor.token());
  }
}
