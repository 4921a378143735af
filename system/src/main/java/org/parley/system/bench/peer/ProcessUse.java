package org.parley.system.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used, from {@code /proc} (Linux; source of the fields: proc(5)).
 *
 * @param cpuMicros user and system time since they began, in steps of 10 ms
 * @param residentBytes physical memory now
 */
public record ProcessUse(long cpuMicros, long residentBytes) {

  /** USER_HZ, which is 100 on every platform Linux runs Java on. */
  private static final long MICROS_PER_TICK = 10_000;

  private static final long PAGE_BYTES = 4096;

  /**
   * utime, of the fields after the command in parentheses, which may hold spaces; stime, cutime and
   * cstime follow it: what children used that have ended belongs to the parent.
   */
  private static final int FIRST_TIME = 11;

  private static final int TIMES = 4;

  /** Of these processes and all that descend from them. */
  public static ProcessUse of(Collection<Long> pids) {
    long cpu = 0;
    long resident = 0;
    List<Long> all =
        pids.stream()
            .distinct()
            .flatMap(
                pid ->
                    Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                            .flatMap(ProcessHandle::descendants)
                            .map(ProcessHandle::pid)))
            .distinct()
            .toList();
    for (long pid : all) {
      try {
        cpu += cpuMicros(pid);
        resident += residentBytes(pid);
      } catch (IOException e) {
        // It ended meanwhile: from now on its parent has its time.
      }
    }
    return new ProcessUse(cpu, resident);
  }

  /** Since an earlier time. */
  public long cpuMicrosSince(ProcessUse earlier) {
    return cpuMicros - earlier.cpuMicros;
  }

  private static long cpuMicros(long pid) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Arrays.stream(fields).skip(FIRST_TIME).limit(TIMES).mapToLong(Long::parseLong).sum()
        * MICROS_PER_TICK;
  }

  private static long residentBytes(long pid) throws IOException {
    String[] pages = Files.readString(Path.of("/proc/" + pid + "/statm")).split(" ", -1);
    return Arrays.stream(pages).skip(1).mapToLong(Long::parseLong).findFirst().orElse(0)
        * PAGE_BYTES;
  }
}
