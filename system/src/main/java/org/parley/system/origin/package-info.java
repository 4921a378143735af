/**
 * The one address browsers and clients use: nginx with the project's configuration, or a proxy of
 * our own with the same routes. Depends on {@code settings} and {@code process}; {@code
 * io.undertow} appears only here.
 *
 * <p>Invariant: /health, /metrics and /openapi of the services are never routed.
 */
@NullMarked
package org.parley.system.origin;

import org.jspecify.annotations.NullMarked;
