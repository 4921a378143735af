/**
 * Who is asking: verified access tokens and the person in them.
 *
 * <p>Depends on contract only. Nobody is a {@code Person} here without a token that was verified.
 */
@NullMarked
package org.parley.chat.identity;

import org.jspecify.annotations.NullMarked;
