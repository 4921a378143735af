package org.parley.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of 64 MB in a file, mounted; needs root. */
final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final Path mounted;

  private SmallDisk(Path mounted) {
    this.mounted = mounted;
  }

  static boolean isPossible() {
    return "root".equals(System.getProperty("user.name"))
        && Files.isExecutable(Path.of("/sbin/mkfs.ext4"));
  }

  static SmallDisk in(Path folder) throws IOException {
    Path mounted = Files.createDirectories(folder.resolve("small"));
    Path image = folder.resolve("small.img");
    run("truncate", "-s", "64M", image.toString());
    run("/sbin/mkfs.ext4", "-q", "-F", image.toString());
    run("mount", "-o", "loop", image.toString(), mounted.toString());
    return new SmallDisk(mounted);
  }

  /** Leaves nothing free. */
  void fill() {
    try (OutputStream ballast = Files.newOutputStream(mounted.resolve("ballast"))) {
      while (true) {
        ballast.write(new byte[CHUNK]);
      }
    } catch (IOException e) {
      // It is full.
    }
  }

  @Override
  public void close() throws IOException {
    run("umount", "-l", mounted.toString());
  }

  private static void run(String... words) throws IOException {
    Process process = new ProcessBuilder(words).inheritIO().start();
    assertThat(process.onExit().join().exitValue()).as(words[0]).isZero();
  }
}
