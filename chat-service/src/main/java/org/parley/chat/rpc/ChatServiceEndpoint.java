package org.parley.chat.rpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.chat.entrance.Resume;
import org.parley.chat.identity.AccessToken;
import org.parley.chat.log.MessageChange;
import org.parley.chat.log.NewMessage;
import org.parley.chat.message.MessageChanging;
import org.parley.chat.message.MessagePosting;
import org.parley.chat.message.MessageView;
import org.parley.chat.message.Messages;
import org.parley.contract.Paging;
import org.parley.contract.chat.v1.AddReactionRequest;
import org.parley.contract.chat.v1.AddReactionResponse;
import org.parley.contract.chat.v1.ChatServiceGrpc.ChatServiceImplBase;
import org.parley.contract.chat.v1.DeleteMessageRequest;
import org.parley.contract.chat.v1.DeleteMessageResponse;
import org.parley.contract.chat.v1.EditMessageRequest;
import org.parley.contract.chat.v1.EditMessageResponse;
import org.parley.contract.chat.v1.ListMessagesRequest;
import org.parley.contract.chat.v1.ListMessagesResponse;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.chat.v1.RemoveReactionRequest;
import org.parley.contract.chat.v1.RemoveReactionResponse;
import org.parley.contract.chat.v1.SendMessageRequest;
import org.parley.contract.chat.v1.SendMessageResponse;
import org.parley.contract.chat.v1.StreamRoomRequest;
import org.parley.contract.chat.v1.StreamRoomResponse;
import org.parley.contract.rpc.BearerToken;
import org.parley.contract.rpc.CallerAddress;
import org.parley.contract.rpc.RpcProblems;
import org.parley.contract.rpc.Unary;

/** {@code parley.chat.v1.ChatService}; see the .proto file for the contract. Thread-safe. */
@Dependent
class ChatServiceEndpoint extends ChatServiceImplBase {

  private final MessagePosting posting;
  private final MessageChanging changing;
  private final Messages messages;
  private final RoomStreams streams;

  @Inject
  ChatServiceEndpoint(
      MessagePosting posting, MessageChanging changing, Messages messages, RoomStreams streams) {
    this.posting = posting;
    this.changing = changing;
    this.messages = messages;
    this.streams = streams;
  }

  @Override
  public void sendMessage(SendMessageRequest request, StreamObserver<SendMessageResponse> answer) {
    answerLater(
        answer,
        () -> {
          NewMessage message = ChatMessages.newMessage(request, RoomServiceEndpoint.caller());
          return posting
              .post(message, posted -> {})
              .thenApply(posted -> ChatMessages.message(MessageView.of(posted)));
        },
        message -> SendMessageResponse.newBuilder().setMessage(message).build());
  }

  @Override
  public void editMessage(EditMessageRequest request, StreamObserver<EditMessageResponse> answer) {
    answerLater(
        answer,
        () ->
            change(
                new MessageChange.Edit(
                    RoomServiceEndpoint.caller(),
                    request.getRoomId(),
                    request.getSeq(),
                    request.getContent())),
        message -> EditMessageResponse.newBuilder().setMessage(message).build());
  }

  @Override
  public void deleteMessage(
      DeleteMessageRequest request, StreamObserver<DeleteMessageResponse> answer) {
    answerLater(
        answer,
        () ->
            change(
                new MessageChange.Delete(
                    RoomServiceEndpoint.caller(), request.getRoomId(), request.getSeq())),
        message -> DeleteMessageResponse.newBuilder().setMessage(message).build());
  }

  @Override
  public void addReaction(AddReactionRequest request, StreamObserver<AddReactionResponse> answer) {
    answerLater(
        answer,
        () -> react(request.getRoomId(), request.getSeq(), request.getEmoji(), true),
        message -> AddReactionResponse.newBuilder().setMessage(message).build());
  }

  @Override
  public void removeReaction(
      RemoveReactionRequest request, StreamObserver<RemoveReactionResponse> answer) {
    answerLater(
        answer,
        () -> react(request.getRoomId(), request.getSeq(), request.getEmoji(), false),
        message -> RemoveReactionResponse.newBuilder().setMessage(message).build());
  }

  private CompletionStage<Message> react(long roomId, long seq, String emoji, boolean on) {
    return change(new MessageChange.React(RoomServiceEndpoint.caller(), roomId, seq, emoji, on));
  }

  private CompletionStage<Message> change(MessageChange change) {
    return changing
        .change(change, changed -> {})
        .thenApply(message -> ChatMessages.message(MessageView.of(message)));
  }

  /** Holds no thread while the message waits for its commit. */
  private static <A> void answerLater(
      StreamObserver<A> answer,
      Supplier<CompletionStage<Message>> message,
      Function<Message, A> response) {
    CompletionStage<Message> later;
    try {
      later = message.get();
    } catch (RuntimeException e) {
      answer.onError(RpcProblems.of(e));
      return;
    }
    later.whenComplete(
        (done, failure) -> {
          if (failure == null) {
            answer.onNext(response.apply(done));
            answer.onCompleted();
          } else {
            answer.onError(RpcProblems.of(failure));
          }
        });
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
          CallerAddress.current(),
          request.getRoomId(),
          resume);
    } catch (RuntimeException e) {
      answer.onError(RpcProblems.of(e));
    }
  }
}
