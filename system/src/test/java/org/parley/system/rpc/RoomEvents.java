package org.parley.system.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.contract.chat.v1.ChatServiceGrpc.ChatServiceBlockingStub;
import org.parley.contract.chat.v1.Message;
import org.parley.contract.chat.v1.StreamRoomRequest;
import org.parley.contract.chat.v1.StreamRoomResponse;

/** A stream of a room, read event by event. */
final class RoomEvents implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 20;

  private final CancellableContext context = Context.current().withCancellation();
  private final Iterator<StreamRoomResponse> events;

  private RoomEvents(ChatServiceBlockingStub chat, StreamRoomRequest request) {
    Context before = context.attach();
    try {
      events = chat.streamRoom(request);
    } finally {
      context.detach(before);
    }
  }

  static RoomEvents of(ChatServiceBlockingStub chat, long roomId) {
    return new RoomEvents(chat, StreamRoomRequest.newBuilder().setRoomId(roomId).build());
  }

  static RoomEvents of(ChatServiceBlockingStub chat, long roomId, long after, String epoch) {
    return new RoomEvents(
        chat,
        StreamRoomRequest.newBuilder().setRoomId(roomId).setAfter(after).setEpoch(epoch).build());
  }

  /** The next event; the refusal where the stream ends with one. */
  StreamRoomResponse next() {
    try {
      return CompletableFuture.supplyAsync(events::next).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StatusRuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new AssertionError("no event within " + PATIENCE_SECONDS + " s", e);
    }
  }

  StreamRoomResponse next(StreamRoomResponse.EventCase kind) {
    StreamRoomResponse next = next();
    assertThat(next.getEventCase()).as("%s", next).isEqualTo(kind);
    return next;
  }

  Message nextMessage() {
    return next(StreamRoomResponse.EventCase.MESSAGE).getMessage();
  }

  @Override
  public void close() {
    context.cancel(null);
  }
}
