/**
 * What an instance's sudden death does to those who are on it: a crowd of clients that come back by
 * themselves as the browser client does, and what each of them was given. Depends on {@code wire},
 * {@code load}, {@code dialect} and {@code peer}.
 *
 * <p>Invariant: a message counts as given when it was heard, whatever the server says of cursors.
 */
@NullMarked
package org.parley.system.bench.storm;

import org.jspecify.annotations.NullMarked;
