/**
 * What was measured, as a file: it is written after every cell, so that a run that was stopped goes
 * on where it was. Depends on nothing of this module.
 *
 * <p>Invariant: a metric that has a unit names it; one without is a number, a share, or 1 for yes.
 */
@NullMarked
package org.parley.system.bench.result;

import org.jspecify.annotations.NullMarked;
