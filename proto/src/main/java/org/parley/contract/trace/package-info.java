/**
 * Traces by OpenTelemetry: where a message spends its time. Off unless the server has MicroProfile
 * Telemetry, and then sampled; what is not sampled costs next to nothing.
 *
 * <p>Spans carry numbers of rooms, never what people write, who they are, or tokens.
 */
@NullMarked
package org.parley.contract.trace;

import org.jspecify.annotations.NullMarked;
