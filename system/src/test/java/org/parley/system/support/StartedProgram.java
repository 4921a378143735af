package org.parley.system.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.parley.system.run.SystemDescription;
import org.parley.system.run.SystemDescription.Place;
import org.parley.system.settings.SystemSettings;

/** parley.jar as a process of its own, isolated from every other system. */
public final class StartedProgram implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofSeconds(150);

  private final Process process;
  private final BufferedReader output;
  private final Path descriptionFile;
  private final List<String> seen = new ArrayList<>();

  private StartedProgram(Process process, Path descriptionFile) {
    this.process = process;
    this.output = process.inputReader();
    this.descriptionFile = descriptionFile;
  }

  /**
   * Starts it.
   *
   * @param folder takes what it writes
   * @param wrapping words in front of its own command line
   */
  public static StartedProgram start(Path folder, String... wrapping) throws IOException {
    List<String> words = new ArrayList<>(List.of(wrapping));
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-jar", System.getProperty("parley.jar")));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(SystemSettings.isolatedEnvironment(folder, Map.of()));
    return new StartedProgram(builder.start(), folder.resolve("local-system.json"));
  }

  public Process process() {
    return process;
  }

  public Path descriptionFile() {
    return descriptionFile;
  }

  public SystemDescription description() {
    return SystemDescription.read(descriptionFile);
  }

  /**
   * Returns when a line with this text was printed; the end of the program before that is a
   * failure.
   */
  public void awaitLine(String text) throws Exception {
    await(line -> line.contains(text));
    if (seen.isEmpty() || !seen.getLast().contains(text)) {
      throw new AssertionError("It ended without \"" + text + "\":\n" + String.join("\n", seen));
    }
  }

  /** Everything printed until the end of the program. */
  public List<String> awaitEnd() throws Exception {
    await(line -> false);
    return List.copyOf(seen);
  }

  private void await(Predicate<String> wanted) throws Exception {
    CompletableFuture.runAsync(
            () -> {
              try {
                for (String line = output.readLine(); line != null; line = output.readLine()) {
                  seen.add(line);
                  if (wanted.test(line)) {
                    return;
                  }
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            })
        .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
  }

  /**
   * Every process that belongs to it now: itself, what it started, and PostgreSQL, which detaches
   * itself.
   */
  public List<ProcessHandle> processes() {
    Stream<ProcessHandle> family =
        Stream.concat(Stream.of(process.toHandle()), process.descendants());
    Stream<ProcessHandle> described =
        places().map(Place::pid).flatMap(pid -> ProcessHandle.of(pid).stream());
    return Stream.concat(family, described).distinct().toList();
  }

  private Stream<Place> places() {
    if (!descriptionFile.toFile().exists()) {
      return Stream.empty();
    }
    SystemDescription now = description();
    return Stream.concat(
        Stream.of(now.userService(), now.postgres(), now.redis()), now.chat().stream());
  }

  /** Asks it to end in case the test did not get so far. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
