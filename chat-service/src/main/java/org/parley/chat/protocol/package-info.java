/**
 * The words on the wire of {@code /ws}: frames in, frames out, close codes.
 *
 * <p>Depends on contract only. What is marked ◆, here and elsewhere, is the public interface of the
 * system Parley grew out of (docs/protocol.md): its names and texts never change.
 */
@NullMarked
package org.parley.chat.protocol;

import org.jspecify.annotations.NullMarked;
