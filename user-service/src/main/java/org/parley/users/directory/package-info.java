/**
 * Who people are, for the other services: gRPC on a port of its own, behind the service credential.
 *
 * <p>Depends on account, platform and contract. Answers never hold an email address.
 */
package org.parley.users.directory;
