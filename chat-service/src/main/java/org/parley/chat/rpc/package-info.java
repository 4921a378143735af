/**
 * The public gRPC interface: rooms, messages, and streams of a room.
 *
 * <p>Depends on entrance, limit, socket, message, log, room, protocol, identity. The same façades
 * as REST and the socket: no rule stands here.
 */
@NullMarked
package org.parley.chat.rpc;

import org.jspecify.annotations.NullMarked;
