/** Sockets and REST against the running system, as clients use them. */
package org.parley.system.chat;
