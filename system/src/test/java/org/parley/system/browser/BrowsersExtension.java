package org.parley.system.browser;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.junit.jupiter.api.extension.TestInstancePreConstructCallback;
import org.parley.system.support.RunningSystem;

/**
 * Keeps the browsers of a test in JUnit's store for it, which closes them after it. What is wrong
 * with them then fails a test that went well; of one that failed already it is told beside that.
 */
final class BrowsersExtension implements TestInstancePreConstructCallback, ParameterResolver {

  private static final Namespace OURS = Namespace.create(BrowsersExtension.class);

  /** Those in a constructor's hands are of one test, too. */
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  /** Before everything else: where there is no Chromium, no system is started for nothing. */
  @Override
  public void preConstructTestInstance(
      TestInstanceFactoryContext instance, ExtensionContext context) {
    Chromium chromium = Chromium.start();
    Browsers browsers = new Browsers(chromium, RunningSystem.of(context).origin("/"));
    context.getStore(OURS).put(Browsers.class, browsers);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browsers.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getStore(OURS).get(Browsers.class, Browsers.class);
  }
}
