/**
 * The benchmark: {@code parley.jar bench} measures what a delivery and a send cost, beside what
 * people would use instead. {@code Bench} tells the story; docs/benchmark.md says how to read it.
 *
 * <p>Inside: wire ← load ← dialect ← peer ← scene, storm ← bench, and result for all that was
 * measured.
 */
@NullMarked
package org.parley.system.bench;

import org.jspecify.annotations.NullMarked;
