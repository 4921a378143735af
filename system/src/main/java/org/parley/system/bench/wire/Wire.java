package org.parley.system.bench.wire;

import static java.util.Objects.requireNonNull;

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
import java.nio.channels.ClosedChannelException;
import org.jspecify.annotations.Nullable;

/** One WebSocket, at the client's end. It answers pings by itself. Used by its one thread. */
public final class Wire extends SimpleChannelInboundHandler<Object> {

  private final WireListener listener;
  private final WebSocketClientHandshaker handshaker;
  private @Nullable Channel channel;
  private boolean over;

  Wire(WireListener listener, WebSocketClientHandshaker handshaker) {
    this.listener = listener;
    this.handshaker = handshaker;
  }

  /** Says something at once. */
  public void say(String text) {
    ended(open().writeAndFlush(new TextWebSocketFrame(text), open().voidPromise()));
  }

  /** Says something with the next {@link #flush}. */
  public void sayLater(String text) {
    ended(open().write(new TextWebSocketFrame(text), open().voidPromise()));
  }

  public void flush() {
    open().flush();
  }

  public boolean isOpen() {
    return channel != null && channel.isActive();
  }

  /** Ends it without a farewell, as a lost connection does; the listener hears nothing more. */
  public void drop() {
    over = true;
    if (channel != null) {
      ended(channel.close());
    }
  }

  void end(Throwable cause) {
    if (!over) {
      over = true;
      listener.ended(cause);
    }
  }

  /** What fails closes the channel, and that is heard of. */
  private static void ended(ChannelFuture unused) {}

  private Channel open() {
    return requireNonNull(channel, "used before it was open");
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    channel = context.channel();
    if (over) {
      ended(context.close()); // dropped before it had begun
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    ended(handshaker.handshake(context.channel()));
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    end(new ClosedChannelException());
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    if (over) {
      return;
    }
    if (message instanceof FullHttpResponse response) {
      handshaker.finishHandshake(context.channel(), response);
      listener.opened(this);
      return;
    }
    switch ((WebSocketFrame) message) {
      case TextWebSocketFrame text -> listener.heard(text.content());
      case PingWebSocketFrame ping ->
          ended(context.writeAndFlush(new PongWebSocketFrame(ping.content().retain())));
      case CloseWebSocketFrame close -> ended(context.close());
      default -> {}
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    end(cause);
    ended(context.close());
  }
}
