package org.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the server says about the socket itself, or in answer to it alone. */
@JsonSubTypes({
  @JsonSubTypes.Type(value = SocketFrame.Authenticated.class, name = "success"),
  @JsonSubTypes.Type(value = SocketFrame.LeftRoom.class, name = "success"),
  @JsonSubTypes.Type(value = SocketFrame.Refused.class, name = "error"),
  @JsonSubTypes.Type(value = SocketFrame.Reconnect.class, name = "reconnect"),
  @JsonSubTypes.Type(value = SocketFrame.TokenExpiring.class, name = "token_expiring"),
  @JsonSubTypes.Type(value = SocketFrame.Pong.class, name = "pong"),
})
public sealed interface SocketFrame extends ServerFrame {

  /** A person as the socket names them. */
  record User(long id, String username) {}

  /**
   * ◆ {@code success} after {@code auth}.
   *
   * @param expiresAt when the token ends, unix seconds
   * @param heartbeatMs how often a client should ping, milliseconds
   * @param maxFrameBytes the longest frame the server reads, bytes of UTF-8
   */
  record Authenticated(
      String message,
      User user,
      long sessionId,
      long expiresAt,
      long heartbeatMs,
      int maxFrameBytes)
      implements SocketFrame {}

  /** ◆ {@code success} after {@code leave_room}. */
  record LeftRoom(String message, @Nullable Long roomId) implements SocketFrame {}

  /**
   * ◆ {@code error}: a frame was refused; the socket stays usable.
   *
   * @param code stable, one of the problem list's
   * @param seq the message an edit, deletion or reaction was about
   * @param clientMsgId the send this is about
   * @param retryAfterMs when the same frame may succeed, milliseconds; absent when it never will
   */
  record Refused(
      String message,
      String code,
      @Nullable Long roomId,
      @Nullable Long seq,
      @Nullable UUID clientMsgId,
      @Nullable Long retryAfterMs)
      implements SocketFrame {}

  /**
   * {@code reconnect}: this instance ends. The client connects again, to another one, and resumes;
   * until then everything goes on. Who does not is disconnected with 1012 a little later.
   *
   * @param afterMs when, milliseconds from now; each client is told another time
   */
  record Reconnect(long afterMs) implements SocketFrame {}

  /**
   * {@code token_expiring}: the token shown last ends soon; once per token, to those who asked for
   * it. The socket goes on: it lives as long as its session.
   *
   * @param expiresAt when the token ends, unix seconds
   */
  record TokenExpiring(long expiresAt) implements SocketFrame {}

  /**
   * ◆ {@code pong}.
   *
   * @param heads by room id, the change_seq up to which this socket was given everything
   */
  record Pong(Map<Long, Long> heads) implements SocketFrame {}
}
