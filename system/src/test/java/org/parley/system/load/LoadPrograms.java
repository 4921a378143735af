package org.parley.system.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The programs that {@code ./mvnw -Pload} starts one after another, each as a process of its own:
 * the look at the address, JMeter as module jmeter has put it together, and the gate.
 */
final class LoadPrograms {

  /** A program's exit code and everything it printed. */
  record Outcome(int exit, String output) {}

  private static final Path MODULE = Path.of("..", "jmeter").toAbsolutePath().normalize();
  private static final Path DESCRIPTION = MODULE.resolve("target/smoke/config.json");

  /** A plan whose visits never end must not hang the build; a small run takes a quarter minute. */
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Path jmeter;
  private final Path runtime;

  private LoadPrograms(Path jmeter, Path runtime) {
    this.jmeter = jmeter;
    this.runtime = runtime;
  }

  static LoadPrograms find() {
    if (!Files.exists(DESCRIPTION)) {
      throw new IllegalStateException(
          "No JMeter is in jmeter/target/smoke: module jmeter comes before this one, ./mvnw -pl system -am verify");
    }
    try {
      JsonNode found = new ObjectMapper().readTree(DESCRIPTION.toFile()).at("/configurations/0");
      Path folder = Path.of(found.path("jmeterDirectoryPath").asText());
      return new LoadPrograms(
          folder, folder.resolve("bin").resolve(found.path("runtimeJarName").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the plan.
   *
   * @param folder takes results, failures.xml and, in report, the report; must not have one yet
   * @param settings properties of the plan, each as {@code name=value}
   */
  Outcome runVisits(Path folder, List<String> settings) throws IOException, InterruptedException {
    List<String> words = java("-Djava.awt.headless=true", "-jar", runtime.toString());
    words.addAll(List.of("-d", jmeter.toString(), "-n", "-t", MODULE + "/plans/visits.jmx"));
    words.addAll(List.of("-l", folder + "/visits.csv", "-j", folder + "/jmeter.log"));
    words.addAll(List.of("-e", "-o", folder + "/report", "-Jfailures=" + folder + "/failures.xml"));
    words.add("-Jjmeter.save.saveservice.subresults=false");
    settings.forEach(setting -> words.add("-J" + setting));
    return run(words);
  }

  /**
   * Judges what {@link #runVisits} left in a folder.
   *
   * @param limits properties of the gate, each as {@code name=value}
   */
  Outcome judge(Path folder, List<String> limits) throws IOException, InterruptedException {
    List<String> words = java("-classpath", jmeter + "/lib/*");
    limits.forEach(limit -> words.add("-D" + limit));
    words.addAll(
        List.of(MODULE + "/build/Gate.java", folder + "/report", folder + "/failures.xml"));
    return run(words);
  }

  /** Looks whether a Parley answers on a port of this machine. */
  Outcome look(int port, Path file) throws IOException, InterruptedException {
    List<String> words = java("-Dload.scheme=http", "-Dload.host=localhost");
    words.addAll(List.of("-Dload.port=" + port, MODULE + "/build/Address.java", file.toString()));
    return run(words);
  }

  private static List<String> java(String... words) {
    List<String> all = new ArrayList<>();
    all.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    all.addAll(Arrays.asList(words));
    return all;
  }

  private static Outcome run(List<String> words) throws IOException, InterruptedException {
    Path log = Files.createTempFile("parley-load", ".log");
    try {
      Process process =
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return new Outcome(process.exitValue(), Files.readString(log));
    } finally {
      Files.delete(log);
    }
  }
}
