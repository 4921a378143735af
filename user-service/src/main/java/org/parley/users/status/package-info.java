/**
 * What accounts may do, and whether they are still there: roles, deactivation, deletion.
 *
 * <p>Depends on platform and contract. Maps the same table as account, whose words are names and
 * passwords; there is always an admin once there was one.
 */
@NullMarked
package org.parley.users.status;

import org.jspecify.annotations.NullMarked;
