/**
 * How an access token is verified, by the same rules wherever one is shown.
 *
 * <p>Depends on {@code org.parley.contract} and Nimbus. REST, gRPC and sockets have no other rules.
 */
@NullMarked
package org.parley.contract.token;

import org.jspecify.annotations.NullMarked;
