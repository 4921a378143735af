/**
 * Requests that must be refused, in tables: what is wrong with each and what is answered. {@code
 * RestRefusalsIT} sends them and holds docs/refusals-rest.md to the result.
 */
@NullMarked
package org.parley.system.refusal;

import org.jspecify.annotations.NullMarked;
