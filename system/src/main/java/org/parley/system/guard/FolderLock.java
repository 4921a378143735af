package org.parley.system.guard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.parley.system.settings.StartProblem;

/**
 * A folder that one local system at a time may use. The lock goes with the process, whatever its
 * end.
 */
public final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the folder, which must exist.
   *
   * @param variable the setting that names another folder
   */
  public static FolderLock take(Path folder, String variable) {
    Path file = folder.resolve("parley.lock");
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        String pid = Files.readString(file).strip();
        throw new StartProblem(
            "Parley already runs on "
                + folder
                + " (process "
                + pid
                + "): stop that one with Ctrl-C or kill "
                + pid
                + ", or give this one another folder with "
                + variable
                + ".");
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StartProblem("The folder " + folder + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      // A system inside this very process.
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written through it any more; the lock is gone with the process at the latest.
    }
  }
}
