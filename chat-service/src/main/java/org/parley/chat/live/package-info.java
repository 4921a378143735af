/**
 * What arrives on this instance's WebSockets.
 *
 * <p>Depends on feed, socket, message, log, protocol, identity. Frames of one socket are handled
 * one after another.
 */
package org.parley.chat.live;
