package io.jacinth.persistence.aof;

import io.jacinth.engine.Engine;
import io.jacinth.engine.ReplayClient;
import io.jacinth.engine.Worker;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.LongConsumer;

/**
 * Runs the commands of a file of the log. Owned by the thread that loads.
 *
 * <p>A file that ends in the middle of a command, or of a transaction, is whole up to the last
 * command outside one; what follows is told as truncated.
 */
final class AofReplay implements AutoCloseable {
  private static final long FIRST_BYTES = 1 << 20;

  /** How a file ended: where it was whole up to, and whether that is its end. */
  record End(long wholeBytes, boolean isTruncated) {}

  private final Engine engine;
  private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
  private final Worker worker;
  private final ReplayClient client;
  private final Slice view = new Slice();
  private Arena arena = Arena.ofConfined();
  private MemorySegment buffer = arena.allocate(FIRST_BYTES + RequestParser.SLACK);

  /** Where in the file the buffer begins. */
  private long bufferAt;

  private int used;
  private long wholeBytes;
  private boolean isInTransaction;
  private long commands;

  AofReplay(Engine engine) {
    this.engine = engine;
    this.worker = engine.newReplayWorker(thread);
    this.client = new ReplayClient(worker);
  }

  /** Number of commands run. */
  long commands() {
    return commands;
  }

  /**
   * Runs the commands of a file from an offset on.
   *
   * @param progress is told how far in the file it is
   * @throws AofException where the file is no log, or has a command that there is none of
   */
  End run(Path file, FileChannel channel, long from, LongConsumer progress) throws IOException {
    RequestParser parser = new RequestParser();
    parser.limits(true, Integer.MAX_VALUE);
    bufferAt = from;
    used = 0;
    wholeBytes = from;
    isInTransaction = false;
    client.database(0);
    parser.reset(buffer, 0, 0);
    while (fill(channel, parser)) {
      int result = RequestParser.REQUEST;
      while (result == RequestParser.REQUEST) {
        result = batch(parser);
        run(file, parser);
      }
      if (result == RequestParser.ERROR) {
        throw bad(file, parser.error());
      }
      progress.accept(bufferAt + parser.requestStart());
      compact(parser);
    }
    boolean isTruncated = used > 0 || isInTransaction;
    if (isInTransaction) {
      worker.transactions().abandon(client);
    }
    return new End(wholeBytes, isTruncated);
  }

  /** A note of the time is a line of its own, and so a batch of its own. */
  private static int batch(RequestParser parser) {
    parser.beginBatch();
    int result = RequestParser.NOTHING;
    while (parser.requests() < RequestParser.MAX_BATCH
        && !parser.startsInline()
        && (result == RequestParser.REQUEST || result == RequestParser.NOTHING)) {
      result = parser.next();
    }
    return result == RequestParser.NOTHING || result == RequestParser.BATCH_END
        ? RequestParser.REQUEST
        : result;
  }

  private void run(Path file, RequestParser parser) throws AofException {
    int requests = parser.requests();
    if (requests == 0) {
      return;
    }
    boolean isNote = parser.startsInline();
    for (int i = 0; i < requests; i++) {
      Slice name = parser.select(i).argument(0, view);
      if (isNote) {
        if (name.length() == 0 || name.at(0) != '#') {
          throw bad(file, "neither a command nor a note: '" + name + "'");
        }
      } else if (engine.commands().table().find(name) == null) {
        throw new AofException(
            "Unknown command '" + name + "' reading the append only file " + file);
      } else if (name.is("MULTI")) {
        isInTransaction = true;
      } else if (name.is("EXEC")) {
        isInTransaction = false;
      }
      if (!isInTransaction) {
        wholeBytes = bufferAt + parser.end(i);
      }
    }
    commands += requests;
    if (!isNote) {
      worker.replay(client, parser);
    }
  }

  private AofException bad(Path file, String reason) {
    return new AofException(
        "Bad file format reading the append only file "
            + file
            + " at offset "
            + wholeBytes
            + " ("
            + reason
            + "): make a backup of your AOF file, then use ./jacinth-check-aof --fix <filename>");
  }

  /** Reads on; false at the end of the file. */
  private boolean fill(FileChannel channel, RequestParser parser) throws IOException {
    long room = buffer.byteSize() - RequestParser.SLACK - used;
    if (room == 0) {
      grow(parser);
      room = buffer.byteSize() - RequestParser.SLACK - used;
    }
    ByteBuffer target = buffer.asSlice(used, room).asByteBuffer();
    int n = channel.read(target, bufferAt + used);
    if (n <= 0) {
      return false;
    }
    used += n;
    parser.extendTo(used);
    return true;
  }

  private void grow(RequestParser parser) throws IOException {
    long bytes = Math.min((long) used * 2, Integer.MAX_VALUE - 2L * RequestParser.SLACK);
    if (bytes <= used) {
      throw new IOException("a command of more than 2 GB");
    }
    Arena larger = Arena.ofConfined();
    MemorySegment grown = larger.allocate(bytes + RequestParser.SLACK);
    MemorySegment.copy(buffer, 0, grown, 0, used);
    parser.moveTo(grown, parser.requestStart());
    arena.close();
    arena = larger;
    buffer = grown;
  }

  private void compact(RequestParser parser) {
    int start = parser.requestStart();
    if (start > 0) {
      MemorySegment.copy(buffer, start, buffer, 0, used - start);
      used -= start;
      bufferAt += start;
      parser.moveTo(buffer, 0);
    }
  }

  @Override
  public void close() {
    arena.close();
    thread.shutdown();
  }
}
