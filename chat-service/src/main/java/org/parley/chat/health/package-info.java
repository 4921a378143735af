/**
 * How this instance is: whether it is going away, and which of the parts it needs are missing.
 *
 * <p>Depends on no feature; every feature may depend on it. It is told, and asks nobody.
 */
@NullMarked
package org.parley.chat.health;

import org.jspecify.annotations.NullMarked;
