/**
 * What admins do: read the audit log, find people, deactivate them, end their sessions, make others
 * admins; and how the first one becomes one.
 *
 * <p>Depends on key, status, session, token, audit, limit, platform and contract. Whoever calls is
 * an admin by the database, not only by their token.
 */
@NullMarked
package org.parley.users.admin;

import org.jspecify.annotations.NullMarked;
