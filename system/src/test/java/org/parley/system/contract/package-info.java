/**
 * What docs/ promises, held against the running system.
 *
 * <p>Invariant: a refusal that is documented is the refusal that is given.
 */
@NullMarked
package org.parley.system.contract;

import org.jspecify.annotations.NullMarked;
