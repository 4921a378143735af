/** Sockets and REST against the running system, as clients use them. */
@NullMarked
package org.parley.system.chat;

import org.jspecify.annotations.NullMarked;
