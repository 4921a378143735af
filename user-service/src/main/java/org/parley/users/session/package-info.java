/**
 * Sessions, one per device somebody is signed in on, and the refresh tokens that rotate in each.
 *
 * <p>Depends on account, status, audit, limit, platform and contract. A refresh token is known to
 * its holder only; we keep its hash.
 */
@NullMarked
package org.parley.users.session;

import org.jspecify.annotations.NullMarked;
