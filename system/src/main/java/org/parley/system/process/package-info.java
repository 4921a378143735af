/**
 * Starting, watching and ending programs of the operating system. Depends on {@code settings} only;
 * knows nothing of Parley's parts.
 *
 * <p>Invariant: every program started here is known to the {@link org.parley.system.process.Reaper}
 * from its first moment to its last, so none outlives this one, however this one ends.
 */
@NullMarked
package org.parley.system.process;

import org.jspecify.annotations.NullMarked;
