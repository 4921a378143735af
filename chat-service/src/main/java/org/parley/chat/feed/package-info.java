/**
 * The rooms that have somebody on this instance: their feeds, their rings, and the sweep.
 *
 * <p>Depends on socket, message, protocol, cluster, identity. A room's changes reach each
 * connection once and in order, whichever way they came in.
 */
@NullMarked
package org.parley.chat.feed;

import org.jspecify.annotations.NullMarked;
