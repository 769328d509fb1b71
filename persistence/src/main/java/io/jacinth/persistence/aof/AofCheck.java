package io.jacinth.persistence.aof;

import io.jacinth.persistence.RdbCheck;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * Checks a log, of one file or of several that a manifest names, in the words of redis-check-aof,
 * and cuts off what is broken at its end where that is wanted.
 */
public final class AofCheck {
  private static final String USAGE =
      "Usage: jacinth-check-aof [--fix|--truncate-to-timestamp $timestamp]"
          + " <file.manifest|file.aof>";

  /** The check cannot go on; the message has been told or is to be told. */
  private static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;

    Ended(String message) {
      super(message);
    }
  }

  private final PrintStream out;
  private final BufferedReader answers;
  private final long nowMillis;
  private boolean fixes;
  private boolean cutsByTime;
  private long latestSeconds = Long.MAX_VALUE;

  /**
   * @param answers what the operator answers to questions
   */
  public AofCheck(PrintStream out, BufferedReader answers, long nowMillis) {
    this.out = out;
    this.answers = answers;
    this.nowMillis = nowMillis;
  }

  /** Does what a command line says; answers the exit status. */
  public int run(List<String> arguments) {
    if (!understands(arguments)) {
      out.println(USAGE);
      return 1;
    }
    Path file = Path.of(arguments.getLast());
    try {
      if (isManifest(file)) {
        several(file);
      } else {
        one(file);
      }
      return 0;
    } catch (NoSuchFileException e) {
      out.println("Cannot open file " + e.getFile() + ": No such file or directory");
    } catch (Ended | IOException e) {
      out.println(e.getMessage());
    }
    return 1;
  }

  private boolean understands(List<String> arguments) {
    if (arguments.size() == 2 && arguments.getFirst().equals("--fix")) {
      fixes = true;
      return true;
    }
    if (arguments.size() == 3 && arguments.getFirst().equals("--truncate-to-timestamp")) {
      try {
        latestSeconds = Long.parseLong(arguments.get(1));
        cutsByTime = true;
        return true;
      } catch (NumberFormatException e) {
        return false;
      }
    }
    return arguments.size() == 1 && !arguments.getFirst().startsWith("--");
  }

  private static boolean isManifest(Path file) throws IOException {
    String head = head(file, "file ".length());
    return head.equals("file ") || (head.startsWith("#") && !head.startsWith("#TS:"));
  }

  private static String head(Path file, int bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = ByteBuffer.allocate(bytes);
      channel.read(head, 0);
      return new String(head.array(), 0, head.position(), StandardCharsets.ISO_8859_1);
    }
  }

  private void one(Path file) throws IOException, Ended {
    out.println("Start checking Old-Style AOF");
    check(file, file.toString(), "AOF ", true);
  }

  private void several(Path manifestFile) throws IOException, Ended {
    out.println("Start checking Multi Part AOF");
    AofManifest manifest = AofManifest.read(manifestFile);
    List<AofManifest.Part> parts = manifest.parts();
    for (AofManifest.Part part : parts) {
      Path file = manifestFile.resolveSibling(part.name());
      boolean isBase = part.equals(manifest.base());
      if (isBase) {
        String form = isSnapshot(file) ? "RDB" : "RESP";
        out.println("Start to check BASE AOF (" + form + " format).");
      } else if (part.equals(manifest.incremental().getFirst())) {
        out.println("Start to check INCR files.");
      }
      String kind = isBase ? "BASE AOF " : "INCR AOF ";
      check(file, part.name(), kind, part.equals(parts.getLast()));
    }
    out.println("All AOF files and manifest are valid");
  }

  private static boolean isSnapshot(Path file) throws IOException {
    return head(file, "REDIS".length()).equals("REDIS");
  }

  private void check(Path file, String name, String kind, boolean isLast)
      throws IOException, Ended {
    long from = 0;
    if (Files.size(file) == 0) {
      out.println(kind + name + " is empty");
      return;
    }
    if (isSnapshot(file)) {
      from = new RdbCheck(out, nowMillis).run(file, name);
      if (from == RdbCheck.UNSOUND) {
        throw new Ended("RDB preamble of AOF file is not sane, aborting.");
      }
      out.println("RDB preamble is OK, proceeding with AOF tail...");
    }
    AofScan.Result found = AofScan.of(file, name, from, latestSeconds);
    boolean isCut =
        cutsByTime ? cutByTime(file, name, found, isLast) : fix(file, name, found, isLast);
    if (!isCut) {
      out.println(kind + name + " is valid");
    }
  }

  /** Says what is wrong; answers whether it was cut off. */
  private boolean fix(Path file, String name, AofScan.Result found, boolean isLast)
      throws IOException, Ended {
    String complaint = found.complaint();
    if (complaint != null) {
      out.println(complaint.isEmpty() ? "AOF " + name + " format error" : complaint);
    }
    long broken = found.size() - found.wholeBytes();
    out.println(
        "AOF analyzed: filename=%s, size=%d, ok_up_to=%d, ok_up_to_line=%d, diff=%d"
            .formatted(name, found.size(), found.wholeBytes(), found.line(), broken));
    if (broken == 0) {
      return false;
    }
    if (!fixes) {
      throw new Ended("AOF " + name + " is not valid. Use the --fix option to try fixing it.");
    }
    if (!isLast) {
      throw new Ended("Failed to truncate AOF " + name + " because it is not the last file");
    }
    out.println(
        "This will shrink the AOF %s from %d bytes, with %d bytes, to %d bytes"
            .formatted(name, found.size(), broken, found.wholeBytes()));
    out.print("Continue? [y/N]: ");
    String answer = answers.readLine();
    if (answer == null || !answer.toLowerCase(Locale.ROOT).startsWith("y")) {
      throw new Ended("Aborting...");
    }
    cut(file, found.wholeBytes());
    out.println("Successfully truncated AOF " + name);
    return true;
  }

  /** Answers whether anything was too late and has been cut off. */
  private boolean cutByTime(Path file, String name, AofScan.Result found, boolean isLast)
      throws IOException, Ended {
    if (found.complaint() != null) {
      throw new Ended("AOF " + name + " is not valid. Use the --fix option to try fixing it.");
    }
    if (found.stampOffset() < 0) {
      out.println("Truncate nothing in AOF " + name + " to timestamp " + latestSeconds);
      return false;
    }
    if (found.stampOffset() == 0) {
      throw new Ended(
          "AOF " + name + " has nothing before timestamp " + latestSeconds + ", aborting...");
    }
    if (!isLast) {
      throw new Ended(
          "Failed to truncate AOF %s to timestamp %d to offset %d because it is not the last file."
              .formatted(name, latestSeconds, found.stampOffset()));
    }
    cut(file, found.stampOffset());
    out.println("Successfully truncated AOF " + name + " to timestamp " + latestSeconds);
    return true;
  }

  private static void cut(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
      channel.force(true);
    }
  }
}
