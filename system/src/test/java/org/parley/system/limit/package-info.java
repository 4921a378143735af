/** Limits of how often people and addresses may do what, on a system of their own. */
@NullMarked
package org.parley.system.limit;

import org.jspecify.annotations.NullMarked;
