/**
 * What arrives on this instance's sockets, and what goes out to the rooms they are in.
 *
 * <p>Depends on socket, message, log, room, protocol, cluster. Frames of one socket are handled one
 * after another; a room's changes reach each socket once and in order.
 */
package org.parley.chat.live;
