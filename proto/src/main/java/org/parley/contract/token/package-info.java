/**
 * How an access token is verified, by the same rules wherever one is shown.
 *
 * <p>Depends on {@code org.parley.contract} and Nimbus. The rules are those {@code security.xml}
 * gives MicroProfile JWT for REST.
 */
@NullMarked
package org.parley.contract.token;

import org.jspecify.annotations.NullMarked;
