package io.jacinth.persistence.aof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which files make the log, in the form of Redis 7: a line a file, {@code file NAME seq NUMBER type
 * b|i|h}, the base first, then the incremental files in their order; those of history are to be
 * removed. Immutable; each change makes another, which is then written in the place of the old.
 *
 * @param base the file that the log begins with; null where it begins empty
 * @param incremental what was changed since, the oldest first
 * @param history files that nobody needs any more
 */
record AofManifest(@Nullable Part base, List<Part> incremental, List<Part> history) {
  private static final int MAX_LINE = 1024;
  private static final String TOO_LONG = "The AOF manifest file contains too long line";

  /** One file of the log. */
  record Part(String name, long sequence, char type) {
    /** Whether it was made as a snapshot, not as commands. */
    boolean isSnapshot() {
      return name.endsWith(".rdb");
    }

    private String line() {
      return "file " + ManifestWords.quoted(name) + " seq " + sequence + " type " + type + "\n";
    }
  }

  static AofManifest empty() {
    return new AofManifest(null, List.of(), List.of());
  }

  // ---------------------------------------------------------------- changes

  private long lastBase() {
    return base == null ? 0 : base.sequence;
  }

  private long lastIncremental() {
    return incremental.isEmpty() ? 0 : incremental.getLast().sequence;
  }

  /** The base file that would come next. */
  Part nextBase(String stem, boolean isRdb) {
    long sequence = lastBase() + 1;
    return new Part(stem + "." + sequence + ".base." + (isRdb ? "rdb" : "aof"), sequence, 'b');
  }

  /** The incremental file that would come next. */
  Part nextIncremental(String stem) {
    long sequence = lastIncremental() + 1;
    return new Part(stem + "." + sequence + ".incr.aof", sequence, 'i');
  }

  AofManifest with(Part newIncremental) {
    List<Part> longer = new ArrayList<>(incremental);
    longer.add(newIncremental);
    return new AofManifest(base, List.copyOf(longer), history);
  }

  /** With another base, from which on only the incremental files from a number on count. */
  AofManifest rebased(Part newBase, long firstIncremental) {
    List<Part> kept = new ArrayList<>();
    List<Part> old = new ArrayList<>(history);
    if (base != null) {
      old.add(new Part(base.name, base.sequence, 'h'));
    }
    for (Part part : incremental) {
      if (part.sequence >= firstIncremental) {
        kept.add(part);
      } else {
        old.add(new Part(part.name, part.sequence, 'h'));
      }
    }
    return new AofManifest(newBase, List.copyOf(kept), List.copyOf(old));
  }

  AofManifest withoutHistory() {
    return new AofManifest(base, incremental, List.of());
  }

  /** The files whose content is the log's, in their order. */
  List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (base != null) {
      parts.add(base);
    }
    parts.addAll(incremental);
    return parts;
  }

  // ---------------------------------------------------------------- its file

  String text() {
    StringBuilder text = new StringBuilder();
    if (base != null) {
      text.append(base.line());
    }
    history.forEach(part -> text.append(part.line()));
    incremental.forEach(part -> text.append(part.line()));
    return text.toString();
  }

  /** Puts the manifest in the place of the old one; it is on the disk then. */
  void write(Path file) throws IOException {
    Path temporary = file.resolveSibling("temp-" + file.getFileName());
    try (FileChannel channel =
        FileChannel.open(
            temporary,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.US_ASCII));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    syncDirectory(file);
  }

  /** Brings the names in a file's directory to the disk. */
  static void syncDirectory(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /**
   * Reads a manifest.
   *
   * @throws AofException saying which line is wrong, and how
   */
  static AofManifest read(Path file) throws IOException {
    Part base = null;
    List<Part> incremental = new ArrayList<>();
    List<Part> history = new ArrayList<>();
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    if (text.isEmpty()) {
      throw new AofException("Found an empty AOF manifest");
    }
    if (!text.endsWith("\n")) {
      throw new AofException(TOO_LONG);
    }
    for (String line : text.split("\n")) {
      if (line.startsWith("#")) {
        continue;
      }
      Part part = part(line);
      switch (part.type) {
        case 'b' -> {
          if (base != null) {
            throw bad(line, "Found duplicate base file information");
          }
          base = part;
        }
        case 'i' -> {
          if (!incremental.isEmpty() && part.sequence <= incremental.getLast().sequence) {
            throw bad(line, "Found a non-monotonic sequence number");
          }
          incremental.add(part);
        }
        case 'h' -> history.add(part);
        default -> throw bad(line, "Unknown AOF file type");
      }
    }
    return new AofManifest(base, List.copyOf(incremental), List.copyOf(history));
  }

  private static Part part(String line) throws AofException {
    if (line.length() > MAX_LINE) {
      throw new AofException(TOO_LONG);
    }
    List<String> words = ManifestWords.split(line);
    String name = null;
    long sequence = 0;
    char type = 0;
    for (int i = 0; i + 1 < words.size(); i += 2) {
      String value = words.get(i + 1);
      switch (words.get(i)) {
        case "file" -> name = value;
        case "seq" -> sequence = number(line, value);
        case "type" -> type = value.isEmpty() ? 0 : value.charAt(0);
        default -> {}
      }
    }
    if (words.size() < 6 || words.size() % 2 != 0 || name == null || sequence == 0 || type == 0) {
      throw bad(line, "Invalid AOF manifest file format");
    }
    if (name.contains("/")) {
      throw bad(line, "File can't be a path, just a filename");
    }
    return new Part(name, sequence, type);
  }

  private static long number(String line, String text) throws AofException {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad(line, "Invalid AOF manifest file format");
    }
  }

  private static AofException bad(String line, String reason) {
    return new AofException(reason + " in the AOF manifest: '" + line + "'");
  }
}
