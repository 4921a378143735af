/**
 * How often somebody may register, try to sign in, or refresh a session: by address and session in
 * this process, by name in the database. And how often people may take a copy of their data.
 *
 * <p>Depends on platform and contract. Nobody who knows the password can be kept out by somebody
 * who does not, unless both come from one address or site: docs/decisions/0029.
 */
@NullMarked
package org.parley.users.limit;

import org.jspecify.annotations.NullMarked;
