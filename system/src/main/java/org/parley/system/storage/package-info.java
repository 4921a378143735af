/**
 * Where the system keeps things: PostgreSQL, Redis, and the passwords between the parts. Depends on
 * {@code settings} and {@code process}; {@code io.zonky}, {@code redis.embedded} and SQL appear
 * only here.
 *
 * <p>Invariant: PostgreSQL is as durable here as in production (fsync and synchronous_commit on),
 * and each service's role reaches its own database only.
 */
@NullMarked
package org.parley.system.storage;

import org.jspecify.annotations.NullMarked;
