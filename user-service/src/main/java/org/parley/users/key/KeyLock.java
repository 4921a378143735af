package org.parley.users.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;

/**
 * By which those who change keys exclude each other: fcntl(2), which ends with its process, so a
 * crash leaves nothing locked. Its file is made by the first start of a version in which keys
 * follow one another, and never written to: its time tells since when that is so.
 */
record KeyLock(Path file) {

  /** A lock of a file is of a process: within one, they exclude each other by this. */
  private static final Object WITHIN = new Object();

  /** What is done under it. */
  interface Work {
    KeyPair run() throws IOException;
  }

  /** When it was made; now, if it is not there. */
  Instant made(Instant now) throws IOException {
    try {
      Files.createFile(file, OwnerOnly.file());
      Files.setLastModifiedTime(file, FileTime.from(now));
    } catch (FileAlreadyExistsException e) {
      // As ever but once.
    }
    return Files.getLastModifiedTime(file).toInstant();
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
