/** What logs may not hold, and the programs' logs after all tests: see {@code LogSecrecyIT}. */
@NullMarked
package org.parley.system.secrecy;

import org.jspecify.annotations.NullMarked;
