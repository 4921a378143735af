/**
 * What a service's tests need around them: PostgreSQL and Redis, free ports, the server's
 * environment, and what both services' tests ask of their code.
 *
 * <p>Compiled into the tests of each service, never into the service.
 */
@NullMarked
package org.parley.contract.it;

import org.jspecify.annotations.NullMarked;
