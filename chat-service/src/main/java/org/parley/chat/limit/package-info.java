/**
 * How often a person may do something, and how many sockets they and their address may have.
 *
 * <p>Depends on cluster, socket, identity. Nothing here waits: this instance decides at once, and
 * what others let through is learnt afterwards, as far as Redis can be reached
 * (docs/decisions/0029).
 */
@NullMarked
package org.parley.chat.limit;

import org.jspecify.annotations.NullMarked;
