/**
 * What is measured: Parley, and the servers it is compared with, all on the first core, away from
 * the load. Depends on {@code dialect} and on what starts a local system.
 *
 * <p>Invariant: what stores messages, or shares them between instances, does so in the same
 * PostgreSQL and the same Redis.
 */
@NullMarked
package org.parley.system.bench.peer;

import org.jspecify.annotations.NullMarked;
