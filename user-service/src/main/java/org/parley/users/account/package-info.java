/**
 * People and their passwords: who they are, what they may choose, how they prove it.
 *
 * <p>Depends on status, audit, platform and contract. No other package sees a password hash, and
 * none hands on an email address except to the person it belongs to.
 */
@NullMarked
package org.parley.users.account;

import org.jspecify.annotations.NullMarked;
