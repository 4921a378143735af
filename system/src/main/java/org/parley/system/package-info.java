/**
 * The command line of Parley's system program. {@link org.parley.system.Parley} only checks the
 * Java version, everything else starts in {@link org.parley.system.Commands}.
 *
 * <p>Inside: settings ← guard, process ← storage, origin ← liberty ← run; a package may use only
 * those to its left. The checker, check, stands apart and uses none of them. Commands read their
 * options by option.
 */
@NullMarked
package org.parley.system;

import org.jspecify.annotations.NullMarked;
