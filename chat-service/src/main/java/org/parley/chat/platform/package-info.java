/**
 * What chat-service needs from its surroundings: settings, the schema, threads for the database,
 * the REST application, health.
 *
 * <p>Depends on no feature; every feature may depend on it.
 */
@NullMarked
package org.parley.chat.platform;

import org.jspecify.annotations.NullMarked;
