/**
 * What the checker says and hears: REST, one socket, the words of both. Depends on {@code ledger}
 * for what it hears.
 *
 * <p>Invariant: nothing here decides whether an answer is right.
 */
@NullMarked
package org.parley.system.check.wire;

import org.jspecify.annotations.NullMarked;
