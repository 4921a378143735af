package org.parley.system.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Commands as an operator types them, at the root of the checkout; what they print goes into a
 * transcript too.
 */
final class Command {

  /** An image is built, or a stack of seven services started, in less. */
  private static final Duration LIMIT = Duration.ofMinutes(15);

  private final Path folder;
  private final Map<String, String> environment;
  private final Path transcript;

  Command(Path folder, Map<String, String> environment, Path transcript) {
    this.folder = folder;
    this.environment = environment;
    this.transcript = transcript;
  }

  /** Runs it and gives what it printed; another status than 0 is a failure. */
  String run(List<String> words) {
    String printed = look(words);
    note("$ " + String.join(" ", words) + "\n" + printed);
    return printed;
  }

  /** The same, without a word in the transcript: for what an operator would not type. */
  String look(List<String> words) {
    try {
      Path output = Files.createTempFile("command", ".log");
      ProcessBuilder builder =
          new ProcessBuilder(words)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      String printed = Files.readString(output);
      Files.delete(output);
      if (process.exitValue() != 0) {
        note("$ " + String.join(" ", words) + "\n" + printed);
        throw new AssertionError(
            "%s ended with %d:%n%s".formatted(words, process.exitValue(), printed));
      }
      return printed;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Adds something to the transcript. */
  void note(String text) {
    try {
      Files.createDirectories(transcript.getParent());
      Files.writeString(
          transcript,
          text.stripTrailing() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
