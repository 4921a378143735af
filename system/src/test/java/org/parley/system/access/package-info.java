/**
 * Who may do what: every operation of REST, gRPC and the socket, crossed with everybody who may
 * try. {@code AccessIT} tries it all and holds docs/access.md to {@link AccessTable}.
 */
@NullMarked
package org.parley.system.access;

import org.jspecify.annotations.NullMarked;
