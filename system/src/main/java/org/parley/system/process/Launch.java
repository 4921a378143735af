package org.parley.system.process;

import java.nio.file.Path;
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

  /** Without the environment, which holds passwords. */
  @Override
  public String toString() {
    return "Launch[name=" + name + ", words=" + words + "]";
  }
}
