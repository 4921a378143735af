package org.parley.system.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.parley.system.settings.StartProblem;

/**
 * A small shell process that ends our programs when this process can no longer do it, as after kill
 * -9. It holds the reading end of a pipe of which only we have the writing end (the JDK closes it
 * in every other child), so it learns of our end whatever its kind, and then ends itself too.
 */
public final class Reaper implements AutoCloseable {

  private final Process shell;
  private final Writer commands;

  private Reaper(Process shell) {
    this.shell = shell;
    this.commands = new OutputStreamWriter(shell.getOutputStream(), StandardCharsets.UTF_8);
  }

  /**
   * Starts one.
   *
   * @param folder takes the script
   */
  public static Reaper start(Path folder) {
    Path script = folder.resolve("reaper.sh");
    List<String> words = new ArrayList<>(ChildProcess.OWN_SESSION);
    words.addAll(List.of("sh", script.toString()));
    try (InputStream text = Reaper.class.getResourceAsStream("reaper.sh")) {
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
      return new Reaper(
          new ProcessBuilder(words)
              .redirectOutput(Redirect.DISCARD)
              .redirectError(Redirect.DISCARD)
              .start());
    } catch (IOException e) {
      throw new StartProblem("The shell (sh) could not be started: " + e.getMessage(), e);
    }
  }

  void watch(long pid) {
    tell("watch " + pid);
  }

  void forget(long pid) {
    tell("forget " + pid);
  }

  /**
   * Makes it look for PostgreSQL's process id in this file; the file is there only while PostgreSQL
   * runs.
   */
  public void watchPostmaster(Path pidFile) {
    tell("postmaster " + pidFile);
  }

  /** Makes it remove this file when it has to end things. */
  public void remove(Path file) {
    tell("remove " + file);
  }

  /** Lets it go, without harm to what it still watches. */
  @Override
  public void close() {
    shell.destroyForcibly();
    shell.onExit().join();
  }

  private synchronized void tell(String command) {
    try {
      commands.write(command + "\n");
      commands.flush();
    } catch (IOException e) {
      // Somebody killed the shell. The system runs on: only a kill -9 of ours would now leave
      // something behind.
      shell.destroyForcibly();
    }
  }
}
