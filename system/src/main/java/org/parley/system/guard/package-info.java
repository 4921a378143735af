/**
 * What may stand in the way of a start: another local system on the same folder, a port in use.
 * Depends on {@code settings} only.
 *
 * <p>Invariant: looks before anything is started, and each finding is one sentence that says what
 * to do.
 */
@NullMarked
package org.parley.system.guard;

import org.jspecify.annotations.NullMarked;
