/**
 * What is measured: Parley, and the servers it is compared with, each on a core of its own beside
 * the load. Depends on {@code dialect} and on what starts a local system.
 *
 * <p>Invariant: all of them use the same PostgreSQL and the same Redis.
 */
@NullMarked
package org.parley.system.bench.peer;

import org.jspecify.annotations.NullMarked;
