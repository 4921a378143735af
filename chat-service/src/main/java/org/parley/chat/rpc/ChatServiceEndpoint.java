package org.parley.chat.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.parley.chat.entrance.Resume;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.log.NewMessage;
import org.parley.chat.log.Posted;
import org.parley.chat.message.MessagePosting;
import org.parley.chat.message.MessageView;
import org.parley.chat.message.Messages;
import org.parley.contract.Paging;
import org.parley.contract.chat.v1.ChatServiceGrpc.ChatServiceImplBase;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.ListMessagesResponse;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.contract.chat.v1.SendMessageResponse;
import org.parley.contract.chat.v1.StreamRoomRequest;
import org.parley.contract.chat.v1.StreamRoomResponse;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.RpcProblems;
import org.parley.contract.rpc.Unary;

/** {@code parley.chat.v1.ChatService}; see the .proto file for the contract. Thread-safe. */
@Dependent
class ChatServiceEndpoint extends ChatServiceImplBase {

  private final MessagePosting posting;
  private final Messages messages;
  private final RoomStreams streams;

  @Inject
  ChatServiceEndpoint(MessagePosting posting, Messages messages, RoomStreams streams) {
    this.posting = posting;
    this.messages = messages;
    this.streams = streams;
  }

  /** Holds no thread while the message waits for its commit. */
  @Override
  public void sendMessage(SendMessageRequest request, StreamObserver<SendMessageResponse> answer) {
    NewMessage message;
    try {
      message = ChatMessages.newMessage(request, RoomServiceEndpoint.caller());
    } catch (RuntimeException e) {
      answer.onError(RpcProblems.of(e));
      return;
    }
    posting
        .post(message, posted -> {})
        .whenComplete(
            (posted, failure) -> {
              if (failure == null) {
                sent(posted, answer);
              } else {
                answer.onError(RpcProblems.of(failure));
              }
            });
  }

  private static void sent(Posted posted, StreamObserver<SendMessageResponse> answer) {
    answer.onNext(
        SendMessageResponse.newBuilder()
            .setMessage(ChatMessages.message(MessageView.of(posted)))
            .build());
    answer.onCompleted();
  }

  @Override
  public void listMessages(
      ListMessagesRequest request, StreamObserver<ListMessagesResponse> answer) {
    Unary.answer(
        answer,
        () -> {
          MessageView.Page page =
              messages.page(
                  request.getRoomId(),
                  RoomServiceEndpoint.caller(),
                  ChatMessages.span(request),
                  RoomServiceEndpoint.limit(request.getLimit(), Paging.DEFAULT_LIMIT));
          return ListMessagesResponse.newBuilder()
              .addAllMessages(page.messages().stream().map(ChatMessages::message).toList())
              .setHasMore(page.hasMore())
              .setThrough(page.through())
              .build();
        });
  }

  @Override
  public void streamRoom(StreamRoomRequest request, StreamObserver<StreamRoomResponse> answer) {
    AccessToken token = AccessToken.of(BearerToken.caller());
    try {
      Optional<Resume> resume =
          Resume.of(request.hasAfter() ? request.getAfter() : null, request.getEpoch());
      streams.open(
          new RoomStream((ServerCallStreamObserver<StreamRoomResponse>) answer),
          token,
          request.getRoomId(),
          resume);
    } catch (RuntimeException e) {
      answer.onError(RpcProblems.of(e));
    }
  }
}
