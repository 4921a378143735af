/**
 * What a client may do wrong on {@code /ws}, as tables of cases, tried on the running system.
 *
 * <p>Invariant: docs/refusals-socket.md shows these cases and nothing else, with the answers that
 * were given.
 */
@NullMarked
package org.parley.system.badinput;

import org.jspecify.annotations.NullMarked;
