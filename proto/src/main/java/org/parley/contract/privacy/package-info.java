/**
 * How people take a copy of what a service keeps about them: written page by page, as a download,
 * one at a time and a few an hour. Each service says what is in it.
 *
 * <p>Depends on contract, limit, Jackson and Jakarta REST.
 */
@NullMarked
package org.parley.contract.privacy;

import org.jspecify.annotations.NullMarked;
