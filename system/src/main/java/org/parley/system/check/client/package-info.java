/**
 * The clients of a check: each keeps the client's rule in every room, some write, all are cut off
 * and come back. {@code ChatClient} tells the story of one. Depends on {@code scene}, {@code wire}
 * and {@code ledger}.
 *
 * <p>Invariant: one thread a client; what is due is due by the clock, whatever the server does.
 */
@NullMarked
package org.parley.system.check.client;

import org.jspecify.annotations.NullMarked;
