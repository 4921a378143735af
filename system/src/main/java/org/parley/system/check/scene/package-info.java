/**
 * What all clients of a check share: the plan, how far it has got, what is counted and measured.
 * Depends on {@code wire} and {@code ledger}, for what it hands out.
 *
 * <p>Invariant: everything here may be used by every client at any time.
 */
@NullMarked
package org.parley.system.check.scene;

import org.jspecify.annotations.NullMarked;
