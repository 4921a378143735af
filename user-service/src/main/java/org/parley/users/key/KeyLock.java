package org.parley.users.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * By which those who change keys exclude each other: fcntl(2), which ends with its process, so a
 * crash leaves nothing locked.
 */
record KeyLock(Path file) {

  /** A lock of a file is of a process: within one, they exclude each other by this. */
  private static final Object WITHIN = new Object();

  /** What is done under it. */
  interface Work {
    KeyPair run() throws IOException;
  }

  KeyPair hold(Work work) throws IOException {
    synchronized (WITHIN) {
      try (FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
              OwnerOnly.file())) {
        channel.lock(); // until it is closed
        return work.run();
      }
    }
  }
}
