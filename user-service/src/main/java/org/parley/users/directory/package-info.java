/**
 * Who people are, for the other services: over gRPC, behind the service credential.
 *
 * <p>Depends on account, platform and contract. Answers never hold an email address.
 */
@NullMarked
package org.parley.users.directory;

import org.jspecify.annotations.NullMarked;
