/**
 * Metrics, as both services register them.
 *
 * <p>Depends on MicroProfile Metrics.
 */
@NullMarked
package org.parley.contract.metric;

import org.jspecify.annotations.NullMarked;
