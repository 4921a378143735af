package org.parley.chat.support;

import jakarta.websocket.CloseReason;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.chat.socket.Transport;
import org.parley.chat.socket.WebSocketTransport;

/**
 * A socket as the container would hand it out, which remembers what was written: {@code text …},
 * {@code ping} and {@code close <code>}, in this order. Like the container's it refuses a second
 * write beside the first.
 */
public final class RecordingSession {

  /** What a write does before it is done: nothing, wait, or fail. */
  public interface Writing {
    void text(String text) throws IOException, InterruptedException;
  }

  private static final long PATIENCE_SECONDS = 10;
  private static final AtomicInteger IDS = new AtomicInteger();

  private final String id = "socket-" + IDS.incrementAndGet();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final AtomicInteger writing = new AtomicInteger();
  private final Writing behaviour;
  private final Session session;

  public RecordingSession() {
    this(text -> {});
  }

  public RecordingSession(Writing behaviour) {
    this.behaviour = behaviour;
    RemoteEndpoint.Basic remote = proxy(RemoteEndpoint.Basic.class, this::remote);
    this.session =
        proxy(Session.class, (self, method, args) -> session(self, method, args, remote));
  }

  public Transport transport() {
    return new WebSocketTransport(session, false);
  }

  /** As one whose client reads several frames in one text. */
  public Transport joiningTransport() {
    return new WebSocketTransport(session, true);
  }

  /** The next thing written; null when nothing comes. */
  public String next() throws InterruptedException {
    return events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What was written and not yet asked for. */
  public List<String> written() {
    List<String> all = new ArrayList<>();
    events.drainTo(all);
    return all;
  }

  @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
  private Object session(Object self, Method method, Object[] args, RemoteEndpoint.Basic remote) {
    return switch (method.getName()) {
      case "getId", "toString" -> id;
      case "hashCode" -> System.identityHashCode(self);
      case "equals" -> self == args[0];
      case "getBasicRemote" -> remote;
      case "close" -> events.add("close " + ((CloseReason) args[0]).getCloseCode().getCode());
      default -> throw new UnsupportedOperationException(method.toString());
    };
  }

  private Object remote(Object self, Method method, Object[] args)
      throws IOException, InterruptedException {
    if (writing.incrementAndGet() > 1) {
      throw new IllegalStateException("two writers at once");
    }
    try {
      if (method.getName().equals("sendText")) {
        behaviour.text((String) args[0]);
        events.add("text " + args[0]);
      } else if (method.getName().equals("sendPing")) {
        events.add("ping");
      } else {
        throw new UnsupportedOperationException(method.toString());
      }
      return null;
    } finally {
      writing.decrementAndGet();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
