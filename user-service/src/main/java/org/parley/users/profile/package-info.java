/**
 * What people do with their own account: their name, their password, the devices they are signed in
 * on.
 *
 * <p>Depends on account, session, signin, token, limit and contract. Nothing here takes a person's
 * id from a request but from its token, and a token of an ended session is refused here, for every
 * path of the service.
 */
@NullMarked
package org.parley.users.profile;

import org.jspecify.annotations.NullMarked;
