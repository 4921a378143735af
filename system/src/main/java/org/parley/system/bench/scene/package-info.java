/**
 * What is measured of a contender, and how: scenes, the search for saturation, one cell of the
 * table. Depends on {@code load} and {@code peer}.
 *
 * <p>Invariant: CPU and latency are those of half of the saturation found in the same cell.
 */
@NullMarked
package org.parley.system.bench.scene;

import org.jspecify.annotations.NullMarked;
