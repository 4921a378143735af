/**
 * What we ask user-service, over gRPC: about people, in batches, through a short-lived cache; and
 * once a second which sessions have ended, and now and then who is gone for good.
 *
 * <p>Depends on identity, platform and the generated stubs. The only package that speaks gRPC as a
 * client.
 */
@NullMarked
package org.parley.chat.directory;

import org.jspecify.annotations.NullMarked;
