/**
 * Access tokens and the key that signs them; the public half at {@code /.well-known/jwks.json}.
 *
 * <p>Depends on platform and contract. The private key never leaves this package, and on disk only
 * its owner can read it.
 */
@NullMarked
package org.parley.users.token;

import org.jspecify.annotations.NullMarked;
