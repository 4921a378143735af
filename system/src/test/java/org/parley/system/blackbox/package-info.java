/**
 * What people can do with Parley and what they may not, tested through its public interface alone
 * with MicroShed Testing, on the one running system.
 *
 * <p>The only package that knows MicroShed and {@code javax.ws.rs}.
 */
@NullMarked
package org.parley.system.blackbox;

import org.jspecify.annotations.NullMarked;
