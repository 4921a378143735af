/**
 * How commands of the program read their options. Depends on picocli only.
 *
 * <p>Invariant: who calls a command wrongly is told in a sentence, and where to read what there is.
 */
@NullMarked
package org.parley.system.option;

import org.jspecify.annotations.NullMarked;
