package io.jacinth.persistence.aof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** A disk that is full or fails when told to, and that knows what a power cut would leave. */
final class UnreliableDisk implements AofWriter.Disk {
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong syncsToFail = new AtomicLong();
  private final Map<Path, String> synced = new ConcurrentHashMap<>();

  /** From now on there is room for so many bytes. */
  void room(long bytes) {
    room.set(bytes);
  }

  /** So many of the next syncs fail. */
  void failSyncs(long number) {
    syncsToFail.set(number);
  }

  /** What a file would hold after a power cut. */
  String survivor(Path file) {
    return synced.getOrDefault(file, "");
  }

  @Override
  public FileChannel open(Path file) throws IOException {
    return new Channel(
        file,
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ));
  }

  private final class Channel extends FileChannel {
    private final Path path;
    private final FileChannel real;

    Channel(Path path, FileChannel real) {
      this.path = path;
      this.real = real;
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
      int most = (int) Math.min(source.remaining(), room.get());
      if (most == 0) {
        throw new IOException("No space left on device");
      }
      room.addAndGet(-most);
      int written = real.write(source.slice(source.position(), most), position);
      source.position(source.position() + written);
      return written;
    }

    @Override
    public void force(boolean metaData) throws IOException {
      if (syncsToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IOException("Input/output error");
      }
      ByteBuffer all = ByteBuffer.allocate((int) real.size());
      real.read(all, 0);
      synced.put(path, new String(all.array(), StandardCharsets.ISO_8859_1));
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      real.truncate(size);
      return this;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }

    @Override
    public int read(ByteBuffer destination) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] destinations, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer destination, long position) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int write(ByteBuffer source) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
      throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean isShared) {
      throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) {
      throw new UnsupportedOperationException();
    }
  }
}
