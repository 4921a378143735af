/**
 * How Parley's services are launched on Open Liberty: which words, which environment, where they
 * write. Depends on {@code settings}, {@code process} and {@code storage}.
 *
 * <p>Invariant: PARLEY_ settings of whoever starts the system reach the services unchanged, except
 * where one part must be told where another one is.
 */
@NullMarked
package org.parley.system.liberty;

import org.jspecify.annotations.NullMarked;
