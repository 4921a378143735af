/**
 * What nobody thought of: valid requests and frames changed by chance, and JSON made to cost much.
 * Services answer, store nothing but what they accepted, and go on.
 */
@NullMarked
package org.parley.system.fuzz;

import org.jspecify.annotations.NullMarked;
