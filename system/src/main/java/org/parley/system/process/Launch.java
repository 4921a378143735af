package org.parley.system.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to be started.
 *
 * @param name as people know it; also names the log file
 * @param environment all of it, nothing is inherited
 */
public record Launch(
    String name, List<String> words, Map<String, String> environment, Path folder, LogFile log) {

  public Launch {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** The same with these variables as well. */
  public Launch with(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new Launch(name, words, all, folder, log);
  }

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "Launch[name=" + name + ", words=" + words + "]";
  }
}
