/**
 * Messages: the stories of posting and of changing one, and history.
 *
 * <p>Depends on log, limit, room, protocol, cluster. Acknowledge follows commit, publish follows
 * acknowledge.
 */
@NullMarked
package org.parley.chat.message;

import org.jspecify.annotations.NullMarked;
