/**
 * How Parley and what it is compared with are spoken to. Depends on {@code load}.
 *
 * <p>Invariant: a dialect looks at a delivery with the same care as the others do, so that none
 * costs the load more.
 */
@NullMarked
package org.parley.system.bench.dialect;

import org.jspecify.annotations.NullMarked;
