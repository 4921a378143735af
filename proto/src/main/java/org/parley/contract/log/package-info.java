/**
 * What every log line says besides its text, where logs are JSON: which server, which request,
 * session or connection.
 *
 * <p>Depends on the JDK; Open Liberty's logging is found at run time, and nothing is missed
 * without.
 */
@NullMarked
package org.parley.contract.log;

import org.jspecify.annotations.NullMarked;
