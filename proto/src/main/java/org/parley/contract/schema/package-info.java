/**
 * How a service's schema is brought up to date: by the service when it starts, or beforehand by a
 * program that does nothing else. Depends on Flyway.
 *
 * <p>Invariant: migrations only go forward, and may be applied by several at once.
 */
@NullMarked
package org.parley.contract.schema;

import org.jspecify.annotations.NullMarked;
