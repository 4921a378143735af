/**
 * The load: thousands of sockets on one thread, which speak as Parley's clients do or as those of
 * what it is compared with. Depends on {@code wire}.
 *
 * <p>Invariant: every {@link org.parley.system.bench.load.Dialect} is measured by the same code,
 * and latency counts from when a send was due.
 */
@NullMarked
package org.parley.system.bench.load;

import org.jspecify.annotations.NullMarked;
