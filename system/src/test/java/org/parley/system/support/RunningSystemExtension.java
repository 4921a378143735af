package org.parley.system.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Keeps the one system in JUnit's store for the launcher session, which closes it after the last
 * test of the run.
 */
final class RunningSystemExtension implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RunningSystem.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return RunningSystem.of(context);
  }

  static RunningSystem systemFor(ExtensionContext context) {
    return context
        .getStore(StoreScope.LAUNCHER_SESSION, Namespace.GLOBAL)
        .computeIfAbsent(Attempt.class, key -> Attempt.make(), Attempt.class)
        .systemOrFailure();
  }

  /**
   * Made once: a system that did not start for one test is not tried again, minutes long, for each
   * of the others.
   */
  private record Attempt(RunningSystem system, RuntimeException failure) implements AutoCloseable {

    static Attempt make() {
      try {
        return new Attempt(RunningSystem.startOrFind(), null);
      } catch (RuntimeException e) {
        return new Attempt(null, e);
      }
    }

    RunningSystem systemOrFailure() {
      if (failure != null) {
        throw failure;
      }
      return system;
    }

    @Override
    public void close() {
      if (system != null) {
        system.close();
      }
    }
  }
}
