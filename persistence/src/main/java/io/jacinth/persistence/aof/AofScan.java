package io.jacinth.persistence.aof;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one file of commands and finds where it is whole up to: the end of the last command
 * that is not within an unfinished transaction.
 */
final class AofScan {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int LONGEST_LINE = 128;
  private static final int LONGEST_NAME = 16;

  /** What is wrong, and where. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    Broken(String what) {
      super(what);
    }
  }

  /**
   * What was found.
   *
   * @param size of the file
   * @param wholeBytes where it is whole up to
   * @param line in which the scan ended, counted from 1, notes left out
   * @param stampOffset where the first note of a later time than asked for begins; -1: nowhere
   * @param complaint what is wrong; null where nothing is
   */
  record Result(
      long size, long wholeBytes, long line, long stampOffset, @Nullable String complaint) {}

  private final String file;
  private final InputStream in;
  private long position;
  private long line = 1;
  private long wholeBytes;
  private boolean isInTransaction;
  private long stampOffset = -1;
  private long lastWordAt;

  private AofScan(String file, InputStream in, long position) {
    this.file = file;
    this.in = in;
    this.position = position;
    this.wholeBytes = position;
  }

  /**
   * Scans a file.
   *
   * @param name what complaints call it
   * @param from where the commands begin
   * @param latestSeconds stops before the first note of a later time
   */
  static Result of(Path file, String name, long from, long latestSeconds) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(from);
        InputStream in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES)) {
      AofScan scan = new AofScan(name, in, from);
      String complaint = scan.run(latestSeconds);
      return new Result(channel.size(), scan.wholeBytes, scan.line, scan.stampOffset, complaint);
    }
  }

  private @Nullable String run(long latestSeconds) throws IOException {
    try {
      int first = in.read();
      while (first >= 0 && stampOffset < 0) {
        position++;
        switch (first) {
          case '#' -> note(latestSeconds);
          case '*' -> command();
          default -> throw new Broken("");
        }
        first = stampOffset < 0 ? in.read() : -1;
      }
      if (isInTransaction) {
        throw at(lastWordAt, "Reached EOF before reading EXEC for MULTI");
      }
      return null;
    } catch (Broken e) {
      return e.getMessage();
    }
  }

  private static Broken at(long offset, String what) {
    return new Broken("0x%16x: %s".formatted(offset, what));
  }

  private void note(long latestSeconds) throws IOException, Broken {
    long start = position - 1;
    String text = lineText();
    if (text.startsWith("TS:")) {
      try {
        if (Long.parseLong(text.substring(3)) > latestSeconds) {
          stampOffset = start;
          return;
        }
      } catch (NumberFormatException e) {
        throw at(start, "Invalid timestamp annotation");
      }
    }
    if (!isInTransaction) {
      wholeBytes = position;
    }
  }

  private void command() throws IOException, Broken {
    long start = position - 1;
    long words = number(start, lineText());
    String name = "";
    for (long i = 0; i < words; i++) {
      long at = position;
      int prefix = in.read();
      if (prefix < 0) {
        throw at(at, "Expected to read 1 bytes, got 0 bytes");
      }
      position++;
      if (prefix != '$') {
        throw at(at, "Expected prefix '$', got: '%c'".formatted((char) prefix));
      }
      String word = word(number(at, lineText()));
      name = i == 0 ? word : name;
    }
    transaction(name);
    if (!isInTransaction) {
      wholeBytes = position;
    }
  }

  private void transaction(String name) throws Broken {
    if (name.equalsIgnoreCase("multi")) {
      if (isInTransaction) {
        throw at(lastWordAt, "Unexpected MULTI in AOF " + file);
      }
      isInTransaction = true;
    } else if (name.equalsIgnoreCase("exec")) {
      if (!isInTransaction) {
        throw at(lastWordAt, "Unexpected EXEC in AOF " + file);
      }
      isInTransaction = false;
    }
  }

  /** The rest of a line, without its end. */
  private String lineText() throws IOException, Broken {
    long start = position;
    StringBuilder text = new StringBuilder();
    int c = in.read();
    while (c >= 0 && c != '\r') {
      position++;
      text.append((char) c);
      if (text.length() > LONGEST_LINE) {
        throw at(start, "Expected \\r\\n within " + LONGEST_LINE + " bytes");
      }
      c = in.read();
    }
    if (c < 0) {
      throw at(position, "Expected \\r\\n, got the end of the file");
    }
    position++;
    int end = in.read();
    if (end != '\n') {
      throw at(start, "Expected \\r\\n, got: 0d%s".formatted(end < 0 ? "" : "%02x".formatted(end)));
    }
    position++;
    return text.toString();
  }

  private long number(long start, String digits) throws Broken {
    int valid = 0;
    while (valid < digits.length() && Character.isDigit(digits.charAt(valid))) {
      valid++;
    }
    if (valid == digits.length() && valid > 0 && valid < 19) {
      line++;
      return Long.parseLong(digits);
    }
    String rest = digits.substring(valid) + "\r\n";
    throw at(
        start,
        "Expected \\r\\n, got: %02x%02x".formatted((int) rest.charAt(0), (int) rest.charAt(1)));
  }

  /** The bytes of a word and its end; answers the first few of them. */
  private String word(long length) throws IOException, Broken {
    long start = position;
    lastWordAt = start;
    byte[] head = in.readNBytes((int) Math.min(length, LONGEST_NAME));
    long got = head.length + skip(length - head.length);
    byte[] end = got == length ? in.readNBytes(2) : new byte[0];
    got += end.length;
    if (got < length + 2) {
      throw at(start, "Expected to read " + (length + 2) + " bytes, got " + got + " bytes");
    }
    if (end[0] != '\r' || end[1] != '\n') {
      throw at(start, "Expected \\r\\n, got: %02x%02x".formatted(end[0], end[1]));
    }
    position += got;
    line++;
    return new String(head, StandardCharsets.ISO_8859_1);
  }

  private long skip(long count) throws IOException {
    long done = 0;
    while (done < count) {
      long n = in.skip(count - done);
      if (n <= 0) {
        if (in.read() < 0) {
          return done;
        }
        n = 1;
      }
      done += n;
    }
    return done;
  }
}
