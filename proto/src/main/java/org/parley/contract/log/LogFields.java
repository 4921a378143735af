package org.parley.contract.log;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fields of JSON log lines beyond Open Liberty's own: {@code ext_server_id}, and where they are
 * known {@code ext_request_id}, {@code ext_session_id}, {@code ext_connection_id}. By the server's
 * LogRecordContext, which is asked for each line and in no repository, so that it is found by name.
 */
public final class LogFields {

  private static final Logger LOG = System.getLogger(LogFields.class.getName());

  private static final String API = "com.ibm.websphere.logging.hpel.LogRecordContext";

  /** The server remembers them weakly. */
  private static final List<Object> KEPT = new CopyOnWriteArrayList<>();

  private LogFields() {}

  /**
   * From now on lines have these fields; once in a process.
   *
   * @param serverId the instance's name: {@code SERVER_ID}
   */
  public static void register(String serverId) {
    add("server_id", () -> serverId);
    add("request_id", () -> orNull(LogContext.current().requestId()));
    add("session_id", () -> sessionId(LogContext.current().sessionId()));
    add("connection_id", () -> orNull(LogContext.current().connectionId()));
  }

  /**
   * One field more, {@code ext_} and the name; once in a process.
   *
   * @param value for the line that is written on this thread; null for none
   */
  public static void add(String name, Supplier<@Nullable String> value) {
    try {
      Class<?> api = Class.forName(API, true, Thread.currentThread().getContextClassLoader());
      put(api, Class.forName(API + "$Extension", true, api.getClassLoader()), name, value);
    } catch (ReflectiveOperationException | LinkageError e) {
      LOG.log(Level.DEBUG, "log lines have no field {0}: {1}", name, e.toString());
    }
  }

  private static void put(
      Class<?> api, Class<?> extension, String name, Supplier<@Nullable String> value)
      throws ReflectiveOperationException {
    Object asked =
        Proxy.newProxyInstance(
            extension.getClassLoader(),
            new Class<?>[] {extension},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getValue" -> value.get();
                  case "hashCode" -> name.hashCode();
                  case "equals" -> name.equals(String.valueOf(arguments[0]));
                  default -> name; // toString
                });
    KEPT.add(asked);
    api.getMethod("registerExtension", String.class, extension).invoke(null, name, asked);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String sessionId(long id) {
    return id == 0 ? null : Long.toString(id);
  }
}
