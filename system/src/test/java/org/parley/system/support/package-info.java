/**
 * What the tests of the whole system share: one running system for all tests that do not destroy
 * it.
 *
 * <p>Invariant: what is started here ends with the test run, whatever its end.
 */
@NullMarked
package org.parley.system.support;

import org.jspecify.annotations.NullMarked;
