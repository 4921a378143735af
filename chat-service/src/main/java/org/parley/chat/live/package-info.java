/**
 * What arrives on this instance's WebSockets.
 *
 * <p>Depends on entrance, limit, socket, message, log, protocol, identity. Frames of one socket are
 * handled one after another.
 */
@NullMarked
package org.parley.chat.live;

import org.jspecify.annotations.NullMarked;
