/**
 * The public gRPC interface, and the port it and the directory share.
 *
 * <p>Depends on session, signin, account, token, audit, directory, limit, platform. The same
 * façades as REST: no rule stands here.
 */
@NullMarked
package org.parley.users.rpc;

import org.jspecify.annotations.NullMarked;
