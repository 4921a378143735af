/**
 * What user-service needs from its surroundings: the REST application, the database schema,
 * settings, the clock, health.
 *
 * <p>Depends on no feature; every feature may depend on it.
 */
@NullMarked
package org.parley.users.platform;

import org.jspecify.annotations.NullMarked;
