/**
 * Whom messages mention: by name in what somebody wrote, by id in what is stored and told.
 *
 * <p>Depends on nothing. Who of those names is a member is decided by the log, under the room's
 * lock.
 */
@NullMarked
package org.parley.chat.mention;

import org.jspecify.annotations.NullMarked;
