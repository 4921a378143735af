/**
 * How often somebody may do something, and from where they come: rates, buckets of tokens, client
 * addresses. Used by both services; each says which limits it has.
 *
 * <p>Depends on contract and Bucket4j, which stays here and where chat shares buckets. Taking a
 * token never waits for anything.
 */
@NullMarked
package org.parley.contract.limit;

import org.jspecify.annotations.NullMarked;
