/**
 * The log messages are appended to and changed in: lanes, group commit, the two statements.
 *
 * <p>Depends on identity and protocol. A send or a change completes after its commit and never
 * before; its statements are written by hand.
 */
@NullMarked
package org.parley.chat.log;

import org.jspecify.annotations.NullMarked;
