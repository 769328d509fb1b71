package io.jacinth.server;

import io.jacinth.engine.SystemClock;
import io.jacinth.persistence.RdbCheck;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The program {@code jacinth-check-rdb}: redis-check-rdb's command line and exit status. */
public final class CheckRdb {
  private CheckRdb() {}

  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("Usage: jacinth-check-rdb <rdb-file-name>");
      System.exit(1);
    }
    System.exit(check(arguments[0]));
  }

  private static int check(String file) {
    try {
      RdbCheck check = new RdbCheck(System.out, new SystemClock().wallClockMicros() / 1000);
      return check.run(Path.of(file), file) == RdbCheck.UNSOUND ? 1 : 0;
    } catch (NoSuchFileException e) {
      System.err.println("Cannot open file " + file + ": No such file or directory");
    } catch (IOException e) {
      System.err.println("Cannot read file " + file + ": " + e.getMessage());
    }
    return 1;
  }
}
