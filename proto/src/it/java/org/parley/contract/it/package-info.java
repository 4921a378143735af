/**
 * What tests of several modules need: around a service in its container a real PostgreSQL, free
 * ports and the server's environment; and the documents of docs/ to hold answers and frames
 * against.
 *
 * <p>Compiled into the tests of both services and of system, never into what is shipped.
 */
@NullMarked
package org.parley.contract.it;

import org.jspecify.annotations.NullMarked;
