/**
 * Signing in and staying signed in: a session per device, refresh tokens that rotate, the cookie
 * that holds them.
 *
 * <p>Depends on account, standing, token, audit, limit, platform and contract. A refresh token is
 * known to its holder only; we keep its hash.
 */
@NullMarked
package org.parley.users.session;

import org.jspecify.annotations.NullMarked;
