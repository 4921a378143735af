/**
 * WebSockets of the benchmark's clients: thousands on one thread, whatever is said on them. Depends
 * on nothing of this module.
 *
 * <p>Invariant: a {@link org.parley.system.bench.wire.Wire} that ends without our wish tells its
 * listener once, also when it never came to be.
 */
@NullMarked
package org.parley.system.bench.wire;

import org.jspecify.annotations.NullMarked;
