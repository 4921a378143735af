/**
 * What we ask user-service about people, over gRPC, in batches, through a short-lived cache.
 *
 * <p>Depends on platform and the generated stubs. The only package that speaks gRPC as a client.
 */
@NullMarked
package org.parley.chat.directory;

import org.jspecify.annotations.NullMarked;
