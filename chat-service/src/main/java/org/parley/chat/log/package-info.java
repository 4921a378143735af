/**
 * The log messages are appended to: lanes, group commit, the append statement.
 *
 * <p>Depends on identity and protocol. A send completes after its commit and never before; the
 * append statement is the only SQL by hand.
 */
@NullMarked
package org.parley.chat.log;

import org.jspecify.annotations.NullMarked;
