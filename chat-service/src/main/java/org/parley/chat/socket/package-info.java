/**
 * One socket and all of them: the outbox, the single writer, the sweep that ends those that should
 * not live on.
 *
 * <p>Depends on protocol and identity. Frames leave a socket in the order they were handed in;
 * handing in never blocks; a slow reader delays nobody.
 */
@NullMarked
package org.parley.chat.socket;

import org.jspecify.annotations.NullMarked;
