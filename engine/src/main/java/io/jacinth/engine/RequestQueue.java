package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/**
 * Requests kept for later, in the form in which a client would send them, so that they are read
 * with the parser that reads all requests. Owned by one loop and reused: once it has the room that
 * is needed, nothing is allocated.
 */
final class RequestQueue {
  private static final int FIRST_BYTES = 4 * 1024;
  private static final int KEPT_BYTES = 64 * 1024;

  /** The most bytes that a number and its marks take. */
  private static final int HEADER_BYTES = 24;

  private final RequestParser parser = new RequestParser();
  private final List<RegisteredCommand> commands = new ArrayList<>();
  private final Slice view = new Slice();
  private final LockSet locks;
  private MemorySegment memory = MemorySegment.NULL;
  private int used;

  RequestQueue(Partitions partitions) {
    locks = new LockSet(partitions);
    parser.limits(true, Integer.MAX_VALUE);
  }

  /** Puts a copy of a request at the end. */
  void add(RegisteredCommand command, RequestParser request) {
    long bytes = HEADER_BYTES;
    for (int i = 0; i < request.count(); i++) {
      bytes += request.argument(i, view).length() + HEADER_BYTES + 2L;
    }
    ensureRoom(bytes);
    header('*', request.count());
    for (int i = 0; i < request.count(); i++) {
      Slice argument = request.argument(i, view);
      header('$', argument.length());
      argument.copyTo(memory, used);
      used += argument.length();
      lineEnd();
    }
    commands.add(command);
  }

  private void header(char type, int number) {
    memory.set(ValueLayout.JAVA_BYTE, used++, (byte) type);
    used += Decimals.write(number, memory, used);
    lineEnd();
  }

  private void lineEnd() {
    memory.set(ValueLayout.JAVA_BYTE, used++, (byte) '\r');
    memory.set(ValueLayout.JAVA_BYTE, used++, (byte) '\n');
  }

  private void ensureRoom(long bytes) {
    long needed = used + bytes + RequestParser.SLACK;
    if (needed > Integer.MAX_VALUE) {
      throw new OutOfMemoryError("a queue of more than 2 GB");
    }
    if (needed > memory.byteSize()) {
      long room = Math.max(FIRST_BYTES, Math.max(needed, memory.byteSize() * 2));
      MemorySegment grown = Arena.ofAuto().allocate(room, 8);
      MemorySegment.copy(memory, 0, grown, 0, used);
      memory = grown;
    }
  }

  /** The partitions of the requests' keys: whoever adds a request adds them, too. */
  LockSet locks() {
    return locks;
  }

  /** Number of requests. */
  int size() {
    return commands.size();
  }

  long bytes() {
    return memory.byteSize();
  }

  RegisteredCommand command(int index) {
    return commands.get(index);
  }

  List<RegisteredCommand> commands() {
    return commands;
  }

  /** Begins to read the requests anew. */
  void rewind() {
    parser.reset(memory, 0, used);
  }

  /** The next batch of requests, with none at the end. */
  RequestParser nextBatch() {
    parser.beginBatch();
    int result = RequestParser.REQUEST;
    while (result == RequestParser.REQUEST && parser.requests() < RequestParser.MAX_BATCH) {
      result = parser.next();
    }
    if (result == RequestParser.ERROR) {
      throw new IllegalStateException("a queued request cannot be read: " + parser.error());
    }
    return parser;
  }

  /** Forgets all requests, and the room for them where it is large. */
  void clear() {
    commands.clear();
    locks.clear();
    used = 0;
    parser.trim();
    if (memory.byteSize() > KEPT_BYTES) {
      memory = MemorySegment.NULL;
    }
  }
}
