/**
 * What was measured, as a file: it is written after every cell, so that a run that was stopped goes
 * on where it was. Depends on nothing of this module.
 *
 * <p>Invariant: names of metrics end with their unit.
 */
@NullMarked
package org.parley.system.bench.result;

import org.jspecify.annotations.NullMarked;
