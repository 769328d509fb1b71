package io.jacinth.engine.info;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What Linux tells of this process under /proc/self; zero on other systems. */
public final class ProcessFiles {
  private static final Path STATM = Path.of("/proc/self/statm");
  private static final Path STAT = Path.of("/proc/self/stat");

  /** Page size of the kernel's counts, which differs from 4096 on few machines. */
  private static final long PAGE_BYTES = 4096;

  /** The unit of CPU times in /proc, the same on every Linux. */
  private static final double TICKS_A_SECOND = 100;

  private ProcessFiles() {}

  /** Memory of the process that is in RAM. */
  public static long residentBytes() {
    String[] fields = fields(STATM, 0);
    return fields.length < 2 ? 0 : Long.parseLong(fields[1]) * PAGE_BYTES;
  }

  /** Seconds of CPU spent in the program. */
  public static double userSeconds() {
    return seconds(11);
  }

  /** Seconds of CPU spent in the kernel. */
  public static double systemSeconds() {
    return seconds(12);
  }

  private static double seconds(int field) {
    String[] fields = fields(STAT, ')');
    return fields.length <= field ? 0 : Long.parseLong(fields[field]) / TICKS_A_SECOND;
  }

  /** The fields behind the last of a character, which closes the program's name in some files. */
  private static String[] fields(Path file, int after) {
    try {
      String text = Files.readString(file);
      return text.substring(after == 0 ? 0 : text.lastIndexOf(after) + 2).split(" ", -1);
    } catch (IOException noSuchSystem) {
      return new String[0];
    }
  }
}
