/**
 * What the checker knows and how it judges: what each client was shown, what was acknowledged, and
 * what history says. No network, no clock, no threads of its own; depends on nothing of ours.
 *
 * <p>Invariant: a violation is found by two accounts that contradict each other, never by one that
 * is merely late.
 */
@NullMarked
package org.parley.system.check.ledger;

import org.jspecify.annotations.NullMarked;
