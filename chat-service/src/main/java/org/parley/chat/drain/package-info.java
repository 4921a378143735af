/**
 * How this instance ends: its clients go to others before it does.
 *
 * <p>Depends on presence, socket, log, health, protocol. Nothing that was taken is left undone, and
 * all of it takes less than the time an operator's tools wait before they kill.
 */
@NullMarked
package org.parley.chat.drain;

import org.jspecify.annotations.NullMarked;
