package io.jacinth.persistence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that takes its name only when it is whole and on the disk: until then it has a temporary
 * one, and what had the name before stays. Owned by one thread.
 */
final class SnapshotFile implements WritableByteChannel {
  /** With {@code rdb-save-incremental-fsync}, so much may wait to be brought to the disk. */
  private static final long SYNC_BYTES = 32L << 20;

  private final Path temporary;
  private final Path target;
  private final FileChannel channel;
  private final boolean syncsAlong;
  private long written;
  private long synced;

  private SnapshotFile(Path temporary, Path target, FileChannel channel, boolean syncsAlong) {
    this.temporary = temporary;
    this.target = target;
    this.channel = channel;
    this.syncsAlong = syncsAlong;
  }

  /**
   * Makes the file.
   *
   * @param syncsAlong {@code rdb-save-incremental-fsync}
   */
  static SnapshotFile open(Path temporary, Path target, boolean syncsAlong) throws IOException {
    try {
      FileChannel channel =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      return new SnapshotFile(temporary, target, channel, syncsAlong);
    } catch (IOException e) {
      throw new IOException("Failed opening the temp RDB file " + temporary + ": " + e, e);
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int count = channel.write(source);
    written += count;
    if (syncsAlong && written - synced >= SYNC_BYTES) {
      channel.force(false);
      synced = written;
    }
    return count;
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  /** Brings everything to the disk and gives the file its name. */
  void commit() throws IOException {
    channel.force(true);
    channel.close();
    Files.move(
        temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Path directory = target.toAbsolutePath().getParent();
    if (directory != null) {
      try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Closes the file and, where it has not been committed, removes it. */
  @Override
  public void close() throws IOException {
    if (channel.isOpen()) {
      channel.close();
      Files.deleteIfExists(temporary);
    }
  }
}
