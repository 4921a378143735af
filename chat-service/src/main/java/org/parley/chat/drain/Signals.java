package org.parley.chat.drain;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Signals of the operating system, through {@code sun.misc.Signal} of the supported module {@code
 * jdk.unsupported}. By reflection, because the compiler's warning about that package cannot be
 * switched off and warnings are errors here.
 */
final class Signals {

  /** That a signal is handled; ends with {@link #end}. */
  interface Handling {
    void end();
  }

  private static final Logger LOG = System.getLogger(Signals.class.getName());

  private Signals() {}

  /**
   * Has this called, on a thread of its own, when the signal comes, with what would have been done
   * otherwise. Null, and a warning in the log, where this JVM cannot: then the signal does what it
   * did before.
   */
  static @Nullable Handling handle(String name, Consumer<Runnable> handler) {
    try {
      Class<?> signalType = Class.forName("sun.misc.Signal");
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      Object[] before = new Object[1];
      Object ours =
          Proxy.newProxyInstance(
              handlerType.getClassLoader(),
              new Class<?>[] {handlerType},
              (self, method, arguments) -> {
                if (method.getDeclaringClass() == Object.class) {
                  return method.invoke(before, arguments);
                }
                handler.accept(() -> call(handlerType, before[0], signal));
                return null;
              });
      before[0] = handle.invoke(null, signal, ours);
      return () -> restore(handle, signal, before[0]);
    } catch (ReflectiveOperationException e) {
      LOG.log(Level.WARNING, "SIG" + name + " ends this instance without a drain", e);
      return null;
    }
  }

  private static void call(Class<?> handlerType, Object handler, Object signal) {
    try {
      handlerType.getMethod("handle", signal.getClass()).invoke(handler, signal);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
