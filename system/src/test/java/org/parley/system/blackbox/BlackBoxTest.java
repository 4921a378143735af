package org.parley.system.blackbox;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.microshed.testing.jupiter.MicroShedTest;
import org.parley.system.support.WithRunningSystem;

/** A test by MicroShed that stands on the running system instead of containers of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WithRunningSystem
// Before MicroShed, which asks it for the address as soon as a test class begins.
@ExtendWith(RunningSystemEnvironment.class)
@MicroShedTest
@interface BlackBoxTest {}
