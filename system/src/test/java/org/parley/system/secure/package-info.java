/**
 * The services as they run where nobody else is trusted: everything between them encrypted,
 * verified and with a password, by settings.
 */
@NullMarked
package org.parley.system.secure;

import org.jspecify.annotations.NullMarked;
