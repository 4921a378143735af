/**
 * nginx/edge.sh and the configuration of installations, by the installed nginx, in front of the
 * running system.
 */
@NullMarked
package org.parley.system.edge;

import org.jspecify.annotations.NullMarked;
