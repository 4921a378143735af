/**
 * What people may do with what they left in rooms: take a copy of it. And what becomes of them here
 * when they deleted their account: they are no members any more, their messages stay.
 *
 * <p>Depends on directory for who is gone, and on cluster and protocol to say that a membership
 * ended. Reads all tables of this service, and changes memberships by one function of the database.
 */
@NullMarked
package org.parley.chat.privacy;

import org.jspecify.annotations.NullMarked;
