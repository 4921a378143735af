/**
 * Links into rooms, for those who cannot find them: made, shown and withdrawn by owners, opened by
 * whoever has one.
 *
 * <p>Depends on room for who may and what is behind a link, on limit, on devices and protocol to
 * tell. A token leaves this package once, in the answer to who made it, and stands nowhere but as a
 * hash.
 */
@NullMarked
package org.parley.chat.invitation;

import org.jspecify.annotations.NullMarked;
