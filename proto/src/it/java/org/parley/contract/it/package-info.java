/**
 * What a service's in-container tests need around them: a real PostgreSQL, free ports, the server's
 * environment.
 *
 * <p>Compiled into the tests of each service, never into the service.
 */
@NullMarked
package org.parley.contract.it;

import org.jspecify.annotations.NullMarked;
