/**
 * What docs/*.yaml promise, for the tests of every module to hold answers and frames against.
 *
 * <p>Compiled into tests, never into a service. A violation never quotes the value that it is
 * about.
 */
@NullMarked
package org.parley.contract.promise;

import org.jspecify.annotations.NullMarked;
