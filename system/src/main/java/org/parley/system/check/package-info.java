/**
 * The checker: {@code parley.jar check --url …} proves on a running installation, from outside,
 * that nothing acknowledged is lost, doubled or out of order. {@code CheckRun} tells the story.
 *
 * <p>Inside: ledger ← wire ← scene ← client ← check; nothing else of this module is used, so that
 * what judges a system shares no code with what starts it.
 */
@NullMarked
package org.parley.system.check;

import org.jspecify.annotations.NullMarked;
