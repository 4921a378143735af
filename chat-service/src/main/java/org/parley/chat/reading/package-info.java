/**
 * How far people have read their rooms, and what they have not: pointers, and counts behind them.
 *
 * <p>Depends on devices, limit, protocol, platform, identity. A pointer never moves back; counts
 * are exact up to a hundred and read where they are asked for, never kept.
 */
@NullMarked
package org.parley.chat.reading;

import org.jspecify.annotations.NullMarked;
