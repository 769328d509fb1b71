package io.jacinth.engine.log;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The server's log in Redis's format, {@code pid:role dd Mon yyyy hh:mm:ss.mmm level message}, so
 * that what reads Redis's log reads ours. Any thread may write; lines do not mix.
 *
 * <p>A log file is opened for every line and closed again, as Redis does: it may be moved away at
 * any time and is then made anew. A line that cannot be written is lost; the server goes on.
 */
public final class ServerLog {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd MMM yyyy HH:mm:ss.SSS", Locale.ENGLISH);

  /** Where lines go. */
  @FunctionalInterface
  private interface Target {
    void write(byte[] line) throws IOException;
  }

  private final Target target;
  private final Supplier<LogLevel> least;
  private final long processId;
  private final InstantSource clock;
  private final ZoneId zone;
  private volatile LogRole role = LogRole.PRIMARY;

  private ServerLog(
      Target target, Supplier<LogLevel> least, long processId, InstantSource clock, ZoneId zone) {
    this.target = target;
    this.least = least;
    this.processId = processId;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A log that goes to a stream, which stays open.
   *
   * @param least the level below which nothing is written; asked for every line
   */
  public static ServerLog toStream(
      OutputStream stream,
      Supplier<LogLevel> least,
      long processId,
      InstantSource clock,
      ZoneId zone) {
    Target target =
        line -> {
          stream.write(line);
          stream.flush();
        };
    return new ServerLog(target, least, processId, clock, zone);
  }

  /**
   * A log that goes to the end of a file.
   *
   * @param least the level below which nothing is written; asked for every line
   * @throws IOException when the file cannot be opened; the message is the whole complaint
   */
  public static ServerLog toFile(
      Path file, Supplier<LogLevel> least, long processId, InstantSource clock, ZoneId zone)
      throws IOException {
    Target target =
        line -> {
          try (OutputStream stream = new FileOutputStream(file.toFile(), true)) {
            stream.write(line);
          }
        };
    try {
      target.write(new byte[0]);
    } catch (IOException e) {
      throw new IOException("Can't open the log file: " + reason(e), e);
    }
    return new ServerLog(target, least, processId, clock, zone);
  }

  /** The system's reason, which Java puts in parentheses behind the file's name. */
  private static String reason(IOException e) {
    String message = String.valueOf(e.getMessage());
    int open = message.lastIndexOf('(');
    return open >= 0 && message.endsWith(")")
        ? message.substring(open + 1, message.length() - 1)
        : message;
  }

  /** From now on lines show this role. */
  public void role(LogRole newRole) {
    role = newRole;
  }

  public void debug(String message) {
    log(LogLevel.DEBUG, message);
  }

  public void verbose(String message) {
    log(LogLevel.VERBOSE, message);
  }

  public void notice(String message) {
    log(LogLevel.NOTICE, message);
  }

  public void warning(String message) {
    log(LogLevel.WARNING, message);
  }

  public boolean isOn(LogLevel level) {
    return level.compareTo(least.get()) >= 0;
  }

  public void log(LogLevel level, String message) {
    if (isOn(level)) {
      write(line(level, message).getBytes(StandardCharsets.UTF_8));
    }
  }

  private String line(LogLevel level, String message) {
    String time = TIME.format(clock.instant().atZone(zone));
    return processId + ":" + role.mark() + " " + time + " " + level.mark() + " " + message + "\n";
  }

  private synchronized void write(byte[] line) {
    try {
      target.write(line);
    } catch (IOException lost) {
      return;
    }
  }
}
