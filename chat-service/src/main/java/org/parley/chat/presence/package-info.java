/**
 * Who is present in rooms, and who is told: a person's first and last socket in a room, whichever
 * instances they are on, and that they write.
 *
 * <p>Depends on feed, cluster, protocol, identity, socket. Never a promise: while Redis is away
 * nobody is said to come or go, and afterwards only who really did.
 */
@NullMarked
package org.parley.chat.presence;

import org.jspecify.annotations.NullMarked;
