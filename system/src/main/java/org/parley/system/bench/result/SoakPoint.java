package org.parley.system.bench.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/** How things stood after this many seconds of a soak. */
public record SoakPoint(@JsonProperty("t_s") long seconds, Map<String, Double> metrics) {}
