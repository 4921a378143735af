package org.parley.system.blackbox;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.microshed.testing.ApplicationEnvironment;
import org.parley.system.support.RunningSystem;

/**
 * The running system as MicroShed's environment; the application is what stands at the origin.
 * JUnit and MicroShed each make an instance: one is handed the system, the other is asked for it.
 */
public final class RunningSystemEnvironment implements ApplicationEnvironment, BeforeAllCallback {

  private static volatile RunningSystem system;

  @Override
  public void beforeAll(ExtensionContext context) {
    system = RunningSystem.of(context);
  }

  /** Above those that MicroShed brings. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }

  /** It runs already. */
  @Override
  public void start() {}

  @Override
  public String getApplicationURL() {
    return system.origin("/").toString();
  }
}
