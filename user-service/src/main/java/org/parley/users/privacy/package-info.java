/**
 * What people may do with all that is kept about them: take a copy, and have it deleted. What they
 * wrote is chat-service's.
 *
 * <p>Depends on account, status, session, token, audit, limit, platform and contract. An id is
 * never given to somebody else.
 */
@NullMarked
package org.parley.users.privacy;

import org.jspecify.annotations.NullMarked;
