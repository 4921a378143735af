/**
 * Rooms and who is in them: create, find, change, join, leave, kick.
 *
 * <p>Depends on directory for names, on limit, on cluster, devices and protocol to say that a
 * membership ended. Whoever changes a room or who is in it locks the room's row first; a private
 * room shows itself to its members only.
 */
@NullMarked
package org.parley.chat.room;

import org.jspecify.annotations.NullMarked;
