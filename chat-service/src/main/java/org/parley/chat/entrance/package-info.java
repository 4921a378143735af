/**
 * Coming into rooms and going: who may, what they missed, who is told, and who has to go.
 *
 * <p>Depends on feed, socket, message, room, protocol, cluster, identity. Who comes in has every
 * change from where it was told that the room stands; who is no member any more is out within
 * seconds.
 */
@NullMarked
package org.parley.chat.entrance;

import org.jspecify.annotations.NullMarked;
