/**
 * What every source file of the repository, in whichever module, must keep to. Reads text only and
 * depends on nothing of ours.
 */
@NullMarked
package org.parley.contract.conventions;

import org.jspecify.annotations.NullMarked;
