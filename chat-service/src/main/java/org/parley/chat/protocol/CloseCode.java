package org.parley.chat.protocol;

/** Why the server ends a socket, as WebSocket close codes, and what the client does then. */
public enum CloseCode {
  /** A binary frame: the client must be mended. */
  NOT_TEXT(1003, "text frames only"),
  /** A frame beyond {@link FrameCodec#MAX_FRAME_BYTES}: the client must be mended. */
  TOO_LONG(1009, "frame too long"),
  /** The instance stops: reconnect. */
  RESTART(1012, "restart"),
  /** No valid auth frame in time: reconnect and authenticate. */
  AUTH_TIMEOUT(4001, "authenticate first"),
  /** Nothing heard for three heartbeats: reconnect. */
  SILENT(4002, "no heartbeat"),
  /** The client takes nothing: reconnect. */
  TAKES_NOTHING(4008, "too slow"),
  /**
   * Too many sockets of one person or address, or frames too fast for too long: reconnect, not
   * before what {@code retry_after_ms} said.
   */
  TOO_MUCH(4029, "too many sockets, or frames too fast"),
  /** The token is not valid: renew it once; if that is refused, sign in. */
  AUTH_FAILED(4401, "authentication failed"),
  /** The session has ended, by logout or otherwise: do not reconnect, sign in. */
  SESSION_ENDED(4501, "session ended");

  private final int code;
  private final String reason;

  CloseCode(int code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  public int code() {
    return code;
  }

  /** A few words for whoever looks at the network panel. */
  public String reason() {
    return reason;
  }
}
