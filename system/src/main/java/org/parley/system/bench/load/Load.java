package org.parley.system.bench.load;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.system.bench.wire.WireThread;

/**
 * The sockets of one run, all on one thread: it has a core to itself, and a second thread would
 * only take turns with it.
 */
public final class Load implements AutoCloseable {

  /** As browsers at a busy hour; more at once only wait in the server's accept queue. */
  private static final int HANDSHAKES_AT_ONCE = 64;

  private static final long JOIN_SECONDS = 30;

  private final WireThread thread = new WireThread();
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
    Promise<LoadSocket> joined = thread.loop().newPromise();
    thread.connect(
        ticket.port(),
        dialect.path(),
        dialect.subprotocol(),
        new LoadSocket(dialect, ticket, meter, sends, joined));
    return joined;
  }

  /** Sends at this rate, by these in turn, until it is stopped. */
  public OpenLoop send(List<LoadSocket> senders, double perSecond) {
    return OpenLoop.start(thread.loop(), dialect, sends, meter, senders, perSecond);
  }

  /** Counts anew from here. */
  public void restart() throws InterruptedException {
    thread.run(meter::restart);
  }

  /** What happened since {@link #restart}. */
  public Window window() throws InterruptedException {
    return thread.call(meter::window);
  }

  /** Whether every socket is still open. */
  public boolean isWhole() {
    return sockets.stream().allMatch(LoadSocket::isOpen);
  }

  /** Ends these without a farewell. */
  public void drop(List<LoadSocket> some) throws InterruptedException {
    thread.run(() -> some.forEach(LoadSocket::drop));
    sockets.removeAll(some);
  }

  @Override
  public void close() {
    try {
      drop(List.copyOf(sockets));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    thread.close();
  }
}
