package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.JOINED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.KICKED;
import static org.parley.contract.chat.v1.StreamRoomResponse.EventCase.MESSAGE_CHANGED;
import static org.parley.system.rpc.RpcClient.refusal;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.chat.v1.AddReactionRequest;
import org.parley.contract.chat.v1.DeleteMessageRequest;
import org.parley.contract.chat.v1.EditMessageRequest;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.chat.v1.RemoveReactionRequest;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.contract.rooms.v1.JoinRoomRequest;
import org.parley.contract.rooms.v1.KickMemberRequest;
import org.parley.system.support.RunningSystem;
import org.parley.system.support.Visitor;
import org.parley.system.support.WithRunningSystem;

/** Edits, removals, reactions and kicks over gRPC, followed on another instance. */
@WithRunningSystem
class ChangesRpcIT {

  private final RunningSystem system;
  private Visitor ada;
  private Visitor ben;
  private long room;

  ChangesRpcIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeEach
  void twoPeopleInARoom() {
    ada = Visitor.signUp(system, "ada");
    ben = Visitor.signUp(system, "ben");
    room = ada.createRoom(Visitor.freshName("room"), "public");
    try (RpcClient his = connect(0, ben)) {
      his.rooms().joinRoom(JoinRoomRequest.newBuilder().setRoomId(room).build());
    }
  }

  @Test
  void everybodySeesWhatChanged() {
    try (RpcClient hers = connect(0, ada);
        RpcClient his = connect(1, ben);
        RoomEvents events = RoomEvents.of(his.chat(), room)) {
      events.next(JOINED);
      Message sent = send(hers, "helo");
      assertThat(sent.getSentChange()).isEqualTo(1);
      assertThat(events.nextMessage().getSentChange()).isEqualTo(1);

      Message edited = hers.chat().editMessage(edit("hello").build()).getMessage();
      assertThat(edited.getContent()).isEqualTo("hello");
      assertThat(edited.getChangeSeq()).isEqualTo(2);
      assertThat(edited.getEditedAt().getSeconds())
          .isGreaterThanOrEqualTo(sent.getCreatedAt().getSeconds());
      Message seen = events.next(MESSAGE_CHANGED).getMessageChanged();
      assertThat(seen.getContent()).isEqualTo("hello");
      assertThat(seen.getMessageId()).isEqualTo(sent.getMessageId());
      assertThat(seen.hasEditedAt()).isTrue();

      Message reacted = his.chat().addReaction(reaction("👍")).getMessage();
      assertThat(reacted.getUsername()).isEqualTo(ada.username());
      assertThat(reacted.getReactions(0).getUserIdsList()).containsExactly(ben.id());
      assertThat(his.chat().addReaction(reaction("👍")).getMessage()).isEqualTo(reacted);
      assertThat(events.next(MESSAGE_CHANGED).getMessageChanged().getReactions(0).getCount())
          .isEqualTo(1);
      Message back = his.chat().removeReaction(withdrawal("👍")).getMessage();
      assertThat(back.getReactionsList()).isEmpty();
      assertThat(events.next(MESSAGE_CHANGED).getMessageChanged().getChangeSeq()).isEqualTo(4);

      Message removed = hers.chat().deleteMessage(deletion()).getMessage();
      assertThat(removed.getContent()).isEmpty();
      assertThat(removed.hasDeletedAt()).isTrue();
      assertThat(events.next(MESSAGE_CHANGED).getMessageChanged().hasDeletedAt()).isTrue();
      ListMessagesRequest history = ListMessagesRequest.newBuilder().setRoomId(room).build();
      assertThat(his.chat().listMessages(history).getMessagesList()).containsExactly(removed);
    }
  }

  @Test
  void refusesWithTheProblemsOfRest() {
    Visitor eve = Visitor.signUp(system, "eve");
    try (RpcClient hers = connect(0, ada);
        RpcClient his = connect(0, ben);
        RpcClient outside = connect(0, eve);
        RpcClient nobody = RpcClient.to(system.description().chat().getFirst(), null)) {
      send(hers, "hello");
      List<Runnable> ofNobody = changes(nobody);
      List<Runnable> ofEve = changes(outside);
      for (int i = 0; i < ofNobody.size(); i++) {
        assertThat(refusal(ofNobody.get(i))).isEqualTo("UNAUTHENTICATED unauthorized");
        assertThat(refusal(ofEve.get(i))).isEqualTo("PERMISSION_DENIED not_member");
      }
      assertThat(refusal(() -> his.chat().editMessage(edit("mine").build())))
          .isEqualTo("PERMISSION_DENIED forbidden");
      assertThat(refusal(() -> his.chat().deleteMessage(deletion())))
          .isEqualTo("PERMISSION_DENIED forbidden");
      assertThat(refusal(() -> hers.chat().editMessage(edit(" ").build())))
          .isEqualTo("INVALID_ARGUMENT validation_failed");
      for (String emoji : List.of("", "a b", "x".repeat(33))) {
        assertThat(refusal(() -> hers.chat().addReaction(reaction(emoji))))
            .isEqualTo("INVALID_ARGUMENT validation_failed");
      }
      assertThat(refusal(() -> hers.chat().editMessage(edit("x").setSeq(2).build())))
          .isEqualTo("NOT_FOUND not_found");
      hers.chat().deleteMessage(deletion());
      assertThat(refusal(() -> hers.chat().editMessage(edit("x").build())))
          .isEqualTo("ALREADY_EXISTS conflict");
      assertThat(refusal(() -> his.chat().addReaction(reaction("👍"))))
          .isEqualTo("ALREADY_EXISTS conflict");
    }
  }

  @Test
  void anOwnerKicksAMember() {
    try (RpcClient hers = connect(0, ada);
        RpcClient his = connect(1, ben);
        RoomEvents events = RoomEvents.of(his.chat(), room)) {
      events.next(JOINED);
      assertThat(refusal(() -> his.rooms().kickMember(kick(ada))))
          .isEqualTo("PERMISSION_DENIED forbidden");
      assertThat(refusal(() -> hers.rooms().kickMember(kick(ada))))
          .isEqualTo("ALREADY_EXISTS conflict");
      hers.rooms().kickMember(kick(ben));
      assertThat(events.next(KICKED).getKicked().getReason()).isEqualTo("not_member");
      assertThat(refusal(() -> send(his, "still here?"))).isEqualTo("PERMISSION_DENIED not_member");
      assertThat(refusal(() -> hers.rooms().kickMember(kick(ben))))
          .isEqualTo("NOT_FOUND not_found");
    }
  }

  private List<Runnable> changes(RpcClient client) {
    return List.of(
        () -> client.chat().editMessage(edit("x").build()),
        () -> client.chat().deleteMessage(deletion()),
        () -> client.chat().addReaction(reaction("👍")),
        () -> client.chat().removeReaction(withdrawal("👍")),
        () -> client.rooms().kickMember(kick(ben)));
  }

  private Message send(RpcClient client, String content) {
    return client
        .chat()
        .sendMessage(SendMessageRequest.newBuilder().setRoomId(room).setContent(content).build())
        .getMessage();
  }

  private EditMessageRequest.Builder edit(String content) {
    return EditMessageRequest.newBuilder().setRoomId(room).setSeq(1).setContent(content);
  }

  private DeleteMessageRequest deletion() {
    return DeleteMessageRequest.newBuilder().setRoomId(room).setSeq(1).build();
  }

  private AddReactionRequest reaction(String emoji) {
    return AddReactionRequest.newBuilder().setRoomId(room).setSeq(1).setEmoji(emoji).build();
  }

  private RemoveReactionRequest withdrawal(String emoji) {
    return RemoveReactionRequest.newBuilder().setRoomId(room).setSeq(1).setEmoji(emoji).build();
  }

  private KickMemberRequest kick(Visitor member) {
    return KickMemberRequest.newBuilder().setRoomId(room).setUserId(member.id()).build();
  }

  private RpcClient connect(int instance, Visitor visitor) {
    return RpcClient.to(system.description().chat().get(instance), visitor.token());
  }
}
