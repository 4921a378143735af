package org.parley.system.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.parley.system.settings.ProjectFolder;

/**
 * Of what figures are; empty where it cannot be known.
 *
 * @param commit as git names it, with {@code -dirty} behind it when files of it were changed
 * @param node what runs the servers Parley is compared with
 * @param liberty what runs Parley's
 */
record Versions(String commit, String node, String liberty) {

  /** Of this project, as it is on this machine. */
  static Versions of(ProjectFolder project) throws InterruptedException {
    return new Versions(
        answer(
            new ProcessBuilder(
                    "git", "describe", "--always", "--abbrev=40", "--exclude=*", "--dirty")
                .directory(project.root().toFile())),
        answer(new ProcessBuilder("node", "--version")).replaceFirst("^v", ""),
        liberty(project.liberty().resolve("lib/versions/openliberty.properties")));
  }

  private static String answer(ProcessBuilder command) throws InterruptedException {
    try {
      Process process = command.redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0 ? answer.strip() : "";
    } catch (IOException e) {
      return ""; // it is not installed
    }
  }

  private static String liberty(Path file) {
    if (!Files.exists(file)) {
      return "";
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(file)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("com.ibm.websphere.productVersion", "");
  }
}
