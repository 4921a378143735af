/** What operators see: metrics, rules, dashboards, each against the real thing. */
@NullMarked
package org.parley.system.monitoring;

import org.jspecify.annotations.NullMarked;
