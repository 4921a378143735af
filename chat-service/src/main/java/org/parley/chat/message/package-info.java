/**
 * Messages: the story of posting one, and history.
 *
 * <p>Depends on log, room, protocol, cluster. Acknowledge follows commit, publish follows
 * acknowledge.
 */
package org.parley.chat.message;
