package org.parley.system.bench.result;

import java.util.Map;

/**
 * How something looks at one size.
 *
 * @param axis what grows: sockets, recipients, rooms, instances or history
 * @param x how large it is
 */
public record GrowthPoint(String axis, long x, String contender, Map<String, Double> metrics) {

  boolean isOf(String otherAxis, long otherX) {
    return axis.equals(otherAxis) && x == otherX;
  }
}
