package io.jacinth.persistence;

import io.jacinth.engine.Engine;
import io.jacinth.persistence.rdb.Crc64;
import io.jacinth.persistence.rdb.RdbOpcode;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.List;

/** Writes a snapshot in the RDB format to a channel. Owned by one thread. */
final class SnapshotWriter implements AutoCloseable {
  private static final int BITS = 64;
  private static final int NO_DATABASE = -1;

  private final WritableByteChannel channel;
  private final boolean hasChecksum;
  private final RdbOutput head = new RdbOutput(false);
  private long checksum;
  private long written;
  private int database = NO_DATABASE;

  SnapshotWriter(WritableByteChannel channel, boolean hasChecksum) {
    this.channel = channel;
    this.hasChecksum = hasChecksum;
  }

  /** Bytes written so far. */
  long written() {
    return written;
  }

  /**
   * Begins the file.
   *
   * @param version of the format
   * @param isLogBase whether the file is the beginning of a log
   */
  void begin(int version, long nowSeconds, long usedMemoryBytes, boolean isLogBase)
      throws IOException {
    for (char letter : "REDIS%04d".formatted(version).toCharArray()) {
      head.unsignedByte(letter);
    }
    fact("redis-ver", Engine.REDIS_VERSION);
    fact("redis-bits", Integer.toString(BITS));
    fact("ctime", Long.toString(nowSeconds));
    fact("used-mem", Long.toString(usedMemoryBytes));
    fact("aof-base", isLogBase ? "1" : "0");
    flush();
  }

  private void fact(String name, String value) {
    head.unsignedByte(RdbOpcode.AUX);
    head.string(Slice.of(name));
    head.string(Slice.of(value));
  }

  /** The code of each library of functions. */
  void libraries(List<Slice> codes) throws IOException {
    for (Slice code : codes) {
      head.unsignedByte(RdbOpcode.FUNCTION);
      head.string(code);
      flush();
    }
  }

  /** The records that follow are of this database. */
  void database(int index) throws IOException {
    if (database != index) {
      database = index;
      head.unsignedByte(RdbOpcode.SELECT_DATABASE);
      head.length(index);
      flush();
    }
  }

  /** How many keys the current database has, and how many of them have a deadline. */
  void sizes(long keys, long deadlines) throws IOException {
    head.unsignedByte(RdbOpcode.RESIZE_DATABASE);
    head.length(keys);
    head.length(deadlines);
    flush();
  }

  private void flush() throws IOException {
    write(head);
    head.clear();
  }

  /** Whole records of the current database. */
  void write(RdbOutput records) throws IOException {
    if (hasChecksum) {
      checksum = Crc64.update(checksum, records.bytes(), 0, records.length());
    }
    ByteBuffer left = records.bytes().asSlice(0, records.length()).asByteBuffer();
    written += left.remaining();
    while (left.hasRemaining()) {
      channel.write(left);
    }
  }

  void end() throws IOException {
    head.unsignedByte(RdbOpcode.END);
    flush();
    head.int64(hasChecksum ? checksum : 0);
    flush();
  }

  @Override
  public void close() {
    head.close();
  }
}
