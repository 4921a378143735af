/**
 * Access tokens: issued, verified, and who sent a REST request by one.
 *
 * <p>Depends on platform, contract and the keys. Nobody is a caller here without a token that was
 * verified.
 */
@NullMarked
package org.parley.users.token;

import org.jspecify.annotations.NullMarked;
