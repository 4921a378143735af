package org.parley.system.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.system.support.WithRunningSystem;

/**
 * Gives test methods and constructors a parameter of type {@link Browsers}, beside the running
 * system. They are the test's own, and closed and judged when it is over.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithRunningSystem
@ExtendWith(BrowsersExtension.class)
@interface WithBrowsers {}
