/**
 * Doubles and clients the tests of chat-service share: a socket's session, user-service's keys, the
 * database.
 *
 * <p>Doubles of package-private types stand beside the tests that use them.
 */
@NullMarked
package org.parley.chat.support;

import org.jspecify.annotations.NullMarked;
