/**
 * What tests over TLS need: authorities and certificates made when a test asks for them, and a
 * Redis that speaks nothing else. Compiled into the tests of any module.
 *
 * <p>Invariant: nothing made here outlives its test, and no key is ever committed.
 */
@NullMarked
package org.parley.contract.secure;

import org.jspecify.annotations.NullMarked;
