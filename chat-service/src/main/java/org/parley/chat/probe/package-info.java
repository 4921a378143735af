/**
 * How long a message takes from one instance to another, measured all the time by an internal
 * person of each instance in a room that nobody else is in. Its messages go the way of everybody's:
 * log, broadcast, feed, socket.
 *
 * <p>May use feed, log, socket, cluster and what is below them; nothing uses it. It is told nothing
 * that people write.
 */
@NullMarked
package org.parley.chat.probe;

import org.jspecify.annotations.NullMarked;
