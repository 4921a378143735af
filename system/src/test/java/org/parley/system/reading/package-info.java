/** How far people have read, whom messages mention and what they are replies to. */
@NullMarked
package org.parley.system.reading;

import org.jspecify.annotations.NullMarked;
