package io.jacinth.benchmarks.compare;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Linux's own account of a process; nothing for one that has ended. */
final class ProcFile {

  /**
   * Of {@code /proc/PID/stat}: see proc(5). The ticks are hundredths of a second on every Linux of
   * today.
   */
  private static final double TICKS_A_SECOND = 100;

  /** Counted from the state, which follows the name in parentheses. */
  private static final int USER_TIME = 11;

  /**
   * The fields of the first line of {@code /proc/stat} that count work: all up to steal but idle
   * and iowait.
   */
  private static final int[] WORK = {1, 2, 3, 6, 7, 8};

  private ProcFile() {}

  /** What all processors together have worked since the machine started. */
  static double machineCpuSeconds() throws IOException {
    String[] fields = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +", -1);
    long ticks = 0;
    for (int field : WORK) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_A_SECOND;
  }

  /** What the present thread has worked. */
  static long threadCpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** User and system time of all threads, and of children that ended. */
  static double cpuSeconds(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "stat");
    if (!Files.exists(file)) {
      return 0;
    }
    String stat = Files.readString(file);
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks = 0;
    for (int field = USER_TIME; field < USER_TIME + 4; field++) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / TICKS_A_SECOND;
  }

  /**
   * Exact, from {@code smaps_rollup}: the figure of {@code status} lags behind each thread's own
   * count.
   */
  static long residentBytes(long pid) throws IOException {
    Path file = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    if (!Files.exists(file)) {
      return 0;
    }
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("Rss:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return 0;
  }
}
