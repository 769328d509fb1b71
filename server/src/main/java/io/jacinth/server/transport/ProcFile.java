package io.jacinth.server.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A short file of numbers that Linux writes anew whenever it is read: proc(5). Used by one thread
 * at a time.
 */
final class ProcFile implements AutoCloseable {
  private static final int MOST_BYTES = 128;

  private final Path path;
  private final ByteBuffer text = ByteBuffer.allocateDirect(MOST_BYTES);
  private @Nullable FileChannel channel;

  ProcFile(Path path) {
    this.path = path;
  }

  /**
   * How the scheduler has treated the calling thread: nanoseconds on a processor, nanoseconds
   * waiting for one; null where the system does not tell.
   */
  static @Nullable ProcFile ofThisThread() {
    try {
      Path thread = Files.readSymbolicLink(Path.of("/proc/thread-self"));
      return new ProcFile(Path.of("/proc").resolve(thread).resolve("schedstat"));
    } catch (IOException | RuntimeException untold) {
      return null;
    }
  }

  /** Reads the numbers of now. */
  void read() throws IOException {
    FileChannel open = channel;
    if (open == null) {
      open = FileChannel.open(path);
      channel = open;
    }
    text.clear();
    open.read(text, 0);
    text.flip();
  }

  /** The next number, without its point if it has one; 0 behind the last. */
  long nextNumber() {
    long number = 0;
    while (text.hasRemaining()) {
      byte next = text.get();
      if (next >= '0' && next <= '9') {
        number = number * 10 + (next - '0');
      } else if (next != '.') {
        break;
      }
    }
    return number;
  }

  @Override
  public void close() {
    FileChannel open = channel;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
