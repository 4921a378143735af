package org.parley.system.guard;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who listens on a port, as far as Linux tells us about it; elsewhere, and for other people's
 * processes, nobody knows.
 */
final class PortOwner {

  // Columns of /proc/net/tcp, see proc(5): "sl local_address rem_address st tx:rx tr:when retrnsmt
  // uid timeout inode".
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";

  private PortOwner() {}

  /** For example {@code nginx (process 4711)}. */
  static Optional<String> of(int port) {
    return inode(Path.of("/proc/net/tcp"), port)
        .or(() -> inode(Path.of("/proc/net/tcp6"), port))
        .flatMap(PortOwner::processWithSocket);
  }

  private static Optional<String> inode(Path table, int port) {
    String suffix = String.format(":%04X", port);
    try {
      return Files.readAllLines(table).stream()
          .map(line -> line.strip().split("\\s+"))
          .filter(
              columns ->
                  columns[LOCAL_ADDRESS].endsWith(suffix) && LISTENING.equals(columns[STATE]))
          .map(columns -> columns[INODE])
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> processWithSocket(String inode) {
    String socket = "socket:[" + inode + "]";
    List<Long> pids = ProcessHandle.allProcesses().map(ProcessHandle::pid).toList();
    for (long pid : pids) {
      Path folder = Path.of("/proc/" + pid);
      if (holds(folder, socket)) {
        return Optional.of(nameOf(folder) + " (process " + pid + ")");
      }
    }
    return Optional.empty();
  }

  private static boolean holds(Path process, String socket) {
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
      for (Path descriptor : descriptors) {
        if (socket.equals(Files.readSymbolicLink(descriptor).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      // Ended meanwhile, or somebody else's.
    }
    return false;
  }

  private static String nameOf(Path process) {
    try {
      return Files.readString(process.resolve("comm")).strip();
    } catch (IOException e) {
      return "a program";
    }
  }
}
