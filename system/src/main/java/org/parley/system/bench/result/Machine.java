package org.parley.system.bench.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where it was measured; figures of another machine do not compare.
 *
 * @param node its version; empty where there is none
 * @param liberty Open Liberty's version
 */
public record Machine(
    int cpus, String cpuModel, long memoryGib, String java, String node, String liberty) {

  private static final long KIB_PER_GIB = 1024L * 1024;

  /** This one (Linux), with these programs. */
  public static Machine here(String node, String liberty) {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        line("/proc/cpuinfo", "model name"),
        Long.parseLong(line("/proc/meminfo", "MemTotal").split(" ", -1)[0]) / KIB_PER_GIB,
        System.getProperty("java.vendor") + " " + Runtime.version(),
        node,
        liberty);
  }

  private static String line(String file, String key) {
    try {
      return Files.readAllLines(Path.of(file)).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("0");
    } catch (IOException e) {
      return "0";
    }
  }
}
