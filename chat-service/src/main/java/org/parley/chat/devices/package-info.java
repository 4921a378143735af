/**
 * What is said to a person and not to a room: to all their sockets, on every instance.
 *
 * <p>Depends on socket, protocol, cluster, identity. A convenience, never a promise: whatever is
 * told here stands in the database, and REST shows it.
 */
@NullMarked
package org.parley.chat.devices;

import org.jspecify.annotations.NullMarked;
