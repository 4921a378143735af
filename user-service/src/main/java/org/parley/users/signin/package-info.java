/**
 * How people come in and stay in: register, log in, refresh, log out, over REST and for whoever
 * offers the same elsewhere; the cookie that holds a browser's refresh token.
 *
 * <p>Depends on account, session, token, limit, platform and contract. Hashing comes before a
 * transaction and signing after it.
 */
@NullMarked
package org.parley.users.signin;

import org.jspecify.annotations.NullMarked;
