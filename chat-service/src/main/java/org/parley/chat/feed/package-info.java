/**
 * The rooms that have somebody on this instance: their feeds, who comes in and goes, what is
 * missed.
 *
 * <p>Depends on socket, message, room, protocol, cluster, identity. A room's changes reach each
 * connection once and in order, whichever way it came in.
 */
@NullMarked
package org.parley.chat.feed;

import org.jspecify.annotations.NullMarked;
