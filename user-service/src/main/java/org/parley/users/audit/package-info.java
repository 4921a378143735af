/**
 * The audit log: who did what to which account, when and from where.
 *
 * <p>Depends on limit, platform and contract. Rows are added, in the transaction of what they tell
 * of, and never changed; no text that somebody typed is in one, except what a device calls itself.
 */
@NullMarked
package org.parley.users.audit;

import org.jspecify.annotations.NullMarked;
