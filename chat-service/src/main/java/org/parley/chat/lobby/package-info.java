/**
 * Rooms as people find, make and arrange them: the doors over REST, the one room of two people, and
 * what is told of rooms that were made or changed.
 *
 * <p>Depends on room, on directory to know whether somebody exists, on limit, on cluster, devices
 * and protocol to tell. What is told is told after the commit and may be lost: the room's view has
 * it.
 */
@NullMarked
package org.parley.chat.lobby;

import org.jspecify.annotations.NullMarked;
