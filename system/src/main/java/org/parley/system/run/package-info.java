/**
 * The whole system as one program: what starts after what, how long that may take, how it ends.
 * {@code LocalSystem} tells the story. May use every other package here.
 *
 * <p>Invariant: a system is either described in its file and ready, or nothing of it runs.
 */
@NullMarked
package org.parley.system.run;

import org.jspecify.annotations.NullMarked;
