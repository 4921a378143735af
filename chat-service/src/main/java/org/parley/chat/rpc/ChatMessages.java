package org.parley.chat.rpc;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.chat.identity.Person;
import org.parley.chat.log.NewMessage;
import org.parley.chat.message.MessageView;
import org.parley.chat.message.Messages.Span;
import org.parley.chat.protocol.RoomNews;
import org.parley.chat.protocol.ServerFrame;
import org.parley.chat.protocol.SocketFrame;
import org.parley.contract.Paging;
import org.parley.contract.ProblemException;
import org.parley.contract.chat.v1.Kicked;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.chat.v1.Reaction;
import org.parley.contract.chat.v1.Resumed;
import org.parley.contract.chat.v1.ResyncRequired;
import org.parley.contract.chat.v1.RoomChanged;
import org.parley.contract.chat.v1.RoomJoined;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.contract.chat.v1.StreamRoomResponse;
import org.parley.contract.chat.v1.Typing;
import org.parley.contract.chat.v1.UserJoined;
import org.parley.contract.chat.v1.UserLeft;
import org.parley.contract.rpc.Protos;

/** Messages and what happens in rooms between the façades and {@code chat_service.proto}. */
final class ChatMessages {

  private ChatMessages() {}

  static NewMessage newMessage(SendMessageRequest request, Person author) {
    UUID id = request.hasClientMsgId() ? uuid(request.getClientMsgId()) : null;
    Long replyTo = request.hasReplyTo() ? request.getReplyTo() : null;
    return NewMessage.received(author, request.getRoomId(), id, request.getContent(), replyTo);
  }

  static Span span(ListMessagesRequest request) {
    return switch (request.getCursorCase()) {
      case BEFORE -> new Span.Before(Paging.cursor("before", request.getBefore()));
      case AFTER -> new Span.After(Paging.cursor("after", request.getAfter()));
      case AROUND -> new Span.Around(Paging.cursor("around", request.getAround()));
      case CURSOR_NOT_SET -> new Span.Before(Long.MAX_VALUE);
    };
  }

  static Message message(MessageView view) {
    Message.Builder message = Message.newBuilder();
    if (view.editedAt() != null) {
      message.setEditedAt(Protos.timestamp(view.editedAt()));
    }
    if (view.deletedAt() != null) {
      message.setDeletedAt(Protos.timestamp(view.deletedAt()));
    }
    StreamedMessages.references(message, view.replyTo(), view.mentions(), view.mentionsRoom());
    return message
        .setMessageId(view.messageId())
        .setRoomId(view.roomId())
        .setSeq(view.seq())
        .setSentChange(view.sentChange())
        .addAllReactions(reactions(view.reactions()))
        .setChangeSeq(view.changeSeq())
        .setUserId(view.userId())
        .setUsername(view.username())
        .setContent(view.content())
        .setCreatedAt(Protos.timestamp(view.createdAt()))
        .setClientMsgId(view.clientMsgId().toString())
        .build();
  }

  static List<Reaction> reactions(@Nullable List<ServerFrame.Reaction> reactions) {
    return reactions == null ? List.of() : reactions.stream().map(ChatMessages::reaction).toList();
  }

  private static Reaction reaction(ServerFrame.Reaction reaction) {
    return Reaction.newBuilder()
        .setEmoji(reaction.emoji())
        .setCount(reaction.count())
        .addAllUserIds(reaction.userIds())
        .build();
  }

  /** What a stream says for this frame; the frames of a stream are those a room sends. */
  static StreamRoomResponse event(ServerFrame frame) {
    StreamRoomResponse.Builder event = StreamRoomResponse.newBuilder();
    switch (frame) {
      case ServerFrame.RoomJoined joined -> event.setJoined(joined(joined));
      case ServerFrame.NewMessage message -> event.setMessage(StreamedMessages.sent(message));
      case ServerFrame.MessageChanged message ->
          event.setMessageChanged(StreamedMessages.changed(message));
      case ServerFrame.Kicked kicked ->
          event.setKicked(Kicked.newBuilder().setReason(kicked.reason()));
      case ServerFrame.Resumed resumed ->
          event.setResumed(Resumed.newBuilder().setHead(resumed.head()));
      case ServerFrame.ResyncRequired resync ->
          event.setResyncRequired(
              ResyncRequired.newBuilder().setHead(resync.head()).setEpoch(resync.epoch()));
      case ServerFrame.UserJoined who ->
          event.setUserJoined(
              UserJoined.newBuilder().setUserId(who.userId()).setUsername(who.username()));
      case ServerFrame.UserLeft who ->
          event.setUserLeft(
              UserLeft.newBuilder().setUserId(who.userId()).setUsername(who.username()));
      case RoomNews.UserTyping who ->
          event.setTyping(Typing.newBuilder().setUserId(who.userId()).setUsername(who.username()));
      case RoomNews.RoomChanged room ->
          event.setRoomChanged(
              RoomChanged.newBuilder()
                  .setName(room.name())
                  .setTopic(room.topic())
                  .setDescription(room.description()));
      case RoomNews other -> throw notOfARoom(other);
      case SocketFrame other -> throw notOfARoom(other);
      case ServerFrame.MessageAck other -> throw notOfARoom(other);
      case ServerFrame.ChangeAck other -> throw notOfARoom(other);
      case ServerFrame.Read other -> throw notOfARoom(other);
    }
    return event.build();
  }

  private static RoomJoined joined(ServerFrame.RoomJoined frame) {
    return RoomJoined.newBuilder()
        .setRoomId(frame.roomId())
        .setLastSeq(frame.lastSeq())
        .setHead(frame.head())
        .setEpoch(frame.epoch())
        .build();
  }

  private static UUID uuid(String text) {
    try {
      UUID id = UUID.fromString(text);
      // Java takes other spellings, and makes one id of several.
      if (id.toString().equalsIgnoreCase(text)) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // Refused below, as another spelling is.
    }
    throw ProblemException.invalid("client_msg_id", "client_msg_id is a UUID.");
  }

  private static IllegalStateException notOfARoom(ServerFrame frame) {
    return new IllegalStateException("a stream is given no " + frame.getClass().getSimpleName());
  }
}
