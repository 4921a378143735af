package org.parley.system.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
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
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The sockets of one run, all on one thread: it has a core to itself, and a second thread would
 * only take turns with it.
 */
public final class Load implements AutoCloseable {

  /** As browsers at a busy hour; more at once only wait in the server's accept queue. */
  private static final int HANDSHAKES_AT_ONCE = 64;

  private static final long JOIN_SECONDS = 30;
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
  private final Dialect dialect;
  private final Meter meter = new Meter();
  private final Sends sends = new Sends();
  private final List<LoadSocket> sockets = new ArrayList<>();

  public Load(Dialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Opens a socket for each ticket, some at a time, and returns when all have joined their rooms.
   *
   * @return the sockets, in the order of the tickets
   */
  public List<LoadSocket> connect(List<Ticket> tickets) throws InterruptedException {
    Semaphore atOnce = new Semaphore(HANDSHAKES_AT_ONCE);
    List<Future<LoadSocket>> joining = new ArrayList<>();
    for (Ticket ticket : tickets) {
      if (!atOnce.tryAcquire(JOIN_SECONDS, TimeUnit.SECONDS)) {
        throw new LoadProblem("No socket joined for " + JOIN_SECONDS + " s.");
      }
      joining.add(join(ticket).addListener(done -> atOnce.release()));
    }
    List<LoadSocket> joined = new ArrayList<>();
    for (Future<LoadSocket> one : joining) {
      joined.add(result(one));
    }
    sockets.addAll(joined);
    return joined;
  }

  private static LoadSocket result(Future<LoadSocket> joining) throws InterruptedException {
    try {
      return joining.get(JOIN_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new LoadProblem("A socket could not join: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new LoadProblem("A socket had not joined after " + JOIN_SECONDS + " s.", e);
    }
  }

  private Future<LoadSocket> join(Ticket ticket) {
    URI address = URI.create("ws://127.0.0.1:" + ticket.port() + dialect.path());
    WebSocketClientHandshaker handshaker =
        WebSocketClientHandshakerFactory.newHandshaker(
            address,
            WebSocketVersion.V13,
            dialect.subprotocol().isEmpty() ? null : dialect.subprotocol(),
            NO_EXTENSIONS,
            EmptyHttpHeaders.INSTANCE,
            MAX_FRAME_BYTES,
            MASKED,
            ANY_MASK,
            CLOSE_MILLIS,
            RELATIVE_ADDRESS,
            WITHOUT_ORIGIN);
    Promise<LoadSocket> joined = thread.next().newPromise();
    LoadSocket socket = new LoadSocket(dialect, ticket, meter, sends, handshaker, joined);
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
                        new HttpClientCodec(),
                        new HttpObjectAggregator(MAX_HANDSHAKE_BYTES),
                        socket);
              }
            })
        .connect(address.getHost(), address.getPort())
        .addListener(
            connected -> {
              if (!connected.isSuccess()) {
                joined.tryFailure(connected.cause());
              }
            });
    return joined;
  }

  /** Sends at this rate, by these in turn, until it is stopped. */
  public OpenLoop send(List<LoadSocket> senders, double perSecond) {
    return OpenLoop.start(thread.next(), dialect, sends, meter, senders, perSecond);
  }

  /** Counts anew from here. */
  public void restart() throws InterruptedException {
    onThread(
        () -> {
          meter.restart();
          return meter.window();
        });
  }

  /** What happened since {@link #restart}. */
  public Window window() throws InterruptedException {
    return onThread(meter::window);
  }

  /** Whether every socket is still open. */
  public boolean isWhole() {
    return sockets.stream().allMatch(LoadSocket::isOpen);
  }

  /** Ends these without a farewell. */
  public void drop(List<LoadSocket> some) throws InterruptedException {
    onThread(
        () -> {
          some.forEach(LoadSocket::drop);
          return meter.window();
        });
    sockets.removeAll(some);
  }

  private Window onThread(Callable<Window> step) throws InterruptedException {
    try {
      return thread.next().submit(step).get();
    } catch (ExecutionException e) {
      throw new LoadProblem("The load's thread failed.", e);
    }
  }

  @Override
  public void close() {
    try {
      drop(List.copyOf(sockets));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
