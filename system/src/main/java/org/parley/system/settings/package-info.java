/**
 * What the local system is to be: ports, folders, origin server, read once from the environment.
 * Depends on the JDK only.
 *
 * <p>Invariant: a {@link org.parley.system.settings.SystemSettings} that exists is well-formed;
 * everything that is wrong with it was said in one sentence, a {@link
 * org.parley.system.settings.StartProblem}.
 */
@NullMarked
package org.parley.system.settings;

import org.jspecify.annotations.NullMarked;
