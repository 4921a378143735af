/**
 * Who is asking: verified access tokens, the person in them, and which sessions have ended.
 *
 * <p>Depends on contract only. Nobody is a {@code Person} here without a token that was verified.
 */
@NullMarked
package org.parley.chat.identity;

import org.jspecify.annotations.NullMarked;
