package org.parley.system.bench.wire;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakerFactory;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A thread for any number of {@link Wire}s. */
public final class WireThread implements AutoCloseable {

  private static final int MAX_FRAME_BYTES = 1024 * 1024;
  private static final int MAX_HANDSHAKE_BYTES = 8 * 1024;

  // What RFC 6455 asks of a client that is no browser, and nobody compresses.
  private static final boolean NO_EXTENSIONS = false;
  private static final boolean MASKED = true;
  private static final boolean ANY_MASK = true;
  private static final long CLOSE_MILLIS = 1_000;
  private static final boolean RELATIVE_ADDRESS = false;
  private static final boolean WITHOUT_ORIGIN = false;

  private final MultiThreadIoEventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(
          1, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
  private final Class<? extends Channel> channelType =
      Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class;

  /**
   * Begins to connect to a server on this machine; the listener hears how that ends.
   *
   * @param subprotocol empty for none
   * @return the wire, for the thread only
   */
  public Wire connect(int port, String path, String subprotocol, WireListener listener) {
    URI address = URI.create("ws://127.0.0.1:" + port + path);
    WebSocketClientHandshaker handshaker =
        WebSocketClientHandshakerFactory.newHandshaker(
            address,
            WebSocketVersion.V13,
            subprotocol.isEmpty() ? null : subprotocol,
            NO_EXTENSIONS,
            EmptyHttpHeaders.INSTANCE,
            MAX_FRAME_BYTES,
            MASKED,
            ANY_MASK,
            CLOSE_MILLIS,
            RELATIVE_ADDRESS,
            WITHOUT_ORIGIN);
    Wire wire = new Wire(listener, handshaker);
    new Bootstrap()
        .group(thread)
        .channel(channelType)
        .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
        .option(ChannelOption.TCP_NODELAY, true)
        .handler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel
                    .pipeline()
                    .addLast(
                        new HttpClientCodec(), new HttpObjectAggregator(MAX_HANDSHAKE_BYTES), wire);
              }
            })
        .connect(address.getHost(), address.getPort())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                wire.end(connected.cause());
              }
            });
    return wire;
  }

  /** The thread itself: all wires are used by it only. */
  public EventLoop loop() {
    return (EventLoop) thread.next();
  }

  /** Has the thread do something, and returns what comes of it. */
  public <T> T call(Callable<T> step) throws InterruptedException {
    try {
      return loop().submit(step).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the thread of the sockets failed", e);
    }
  }

  /** Has the thread do something, and returns when it is done. */
  public void run(Runnable step) throws InterruptedException {
    call(
        () -> {
          step.run();
          return true;
        });
  }

  /** Ends the thread, and with it every wire that is left. */
  @Override
  public void close() {
    thread.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
