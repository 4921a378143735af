/**
 * Who people are and which sessions have ended, for the other services: over gRPC, behind the
 * service credential.
 *
 * <p>Depends on account, session, platform and contract. Answers never hold an email address.
 */
@NullMarked
package org.parley.users.directory;

import org.jspecify.annotations.NullMarked;
