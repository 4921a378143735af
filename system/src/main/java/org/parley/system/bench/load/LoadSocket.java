package org.parley.system.bench.load;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.concurrent.Promise;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One client: joins its room, and counts what it hears. Used by the load's one thread. */
public final class LoadSocket extends SimpleChannelInboundHandler<Object> {

  private final Dialect dialect;
  private final Ticket ticket;
  private final Meter meter;
  private final Sends sends;
  private final WebSocketClientHandshaker handshaker;
  private final Promise<LoadSocket> joined;
  private @Nullable Channel channel;
  private long newest;
  private boolean closing;

  LoadSocket(
      Dialect dialect,
      Ticket ticket,
      Meter meter,
      Sends sends,
      WebSocketClientHandshaker handshaker,
      Promise<LoadSocket> joined) {
    this.dialect = dialect;
    this.ticket = ticket;
    this.meter = meter;
    this.sends = sends;
    this.handshaker = handshaker;
    this.joined = joined;
  }

  public String token() {
    return ticket.token();
  }

  public long roomId() {
    return ticket.roomId();
  }

  public boolean looksCloser() {
    return ticket.looksCloser();
  }

  /** Says something at once. */
  public void say(String text) {
    ended(open().writeAndFlush(new TextWebSocketFrame(text), open().voidPromise()));
  }

  /** Says something with the next {@link #flush}. */
  public void sayLater(String text) {
    ended(open().write(new TextWebSocketFrame(text), open().voidPromise()));
  }

  void flush() {
    open().flush();
  }

  boolean isOpen() {
    return channel != null && channel.isActive();
  }

  public void joined() {
    joined.trySuccess(this);
  }

  /** Messages whose order and latency nobody looks at. */
  public void delivered(int messages) {
    meter.delivered(messages);
  }

  /**
   * A message.
   *
   * @param position grows with every message of the room
   * @param due when its send was due, as {@link System#nanoTime}
   */
  public void delivered(long position, long due) {
    meter.delivered(1);
    meter.lookedAt(System.nanoTime() - due, position > newest);
    newest = Math.max(newest, position);
  }

  public void acked(long number) {
    meter.acked(System.nanoTime() - sends.due(number));
  }

  public void refused() {
    meter.refused();
  }

  public void resync() {
    meter.resync();
  }

  /** The server does not let it in. */
  public void turnedAway(ByteBuf frame) {
    joined.tryFailure(new LoadProblem("A socket was turned away: " + text(frame)));
  }

  /** Ends it without a farewell, as a lost connection does. */
  void drop() {
    closing = true;
    if (channel != null) {
      ended(channel.close());
    }
  }

  private static String text(ByteBuf frame) {
    return frame.toString(StandardCharsets.UTF_8);
  }

  /** What fails closes the channel, and that is heard of. */
  private static void ended(ChannelFuture unused) {}

  private Channel open() {
    return requireNonNull(channel, "used before it was open");
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    ended(handshaker.handshake(context.channel()));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    joined.tryFailure(new LoadProblem("A socket was closed before it had joined."));
    if (!closing) {
      meter.closed();
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (message instanceof FullHttpResponse response) {
      handshaker.finishHandshake(context.channel(), response);
      dialect.opened(this);
      return;
    }
    switch ((WebSocketFrame) message) {
      case TextWebSocketFrame text -> dialect.heard(this, text.content());
      case PingWebSocketFrame ping ->
          ended(context.writeAndFlush(new PongWebSocketFrame(ping.content().retain())));
      case CloseWebSocketFrame close -> ended(context.close());
      default -> {}
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    joined.tryFailure(cause);
    ended(context.close());
  }
}
