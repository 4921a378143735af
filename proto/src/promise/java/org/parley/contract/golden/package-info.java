/**
 * Texts that may only change where a reviewer sees it. Compiled into the tests of any module; needs
 * AssertJ only.
 */
@NullMarked
package org.parley.contract.golden;

import org.jspecify.annotations.NullMarked;
