/**
 * The keys that sign access tokens, one after another; their public halves at {@code
 * /.well-known/jwks.json}; the operator's command that changes them.
 *
 * <p>Depends on platform and contract. A private key never leaves this package, and on disk only
 * its owner can read it. No token is refused because of a rotation.
 */
@NullMarked
package org.parley.users.key;

import org.jspecify.annotations.NullMarked;
