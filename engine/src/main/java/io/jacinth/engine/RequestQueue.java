package io.jacinth.engine;

import io.jacinth.engine.keyspace.Partitions;
import io.jacinth.protocol.RequestParser;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Requests kept for later: a copy of their words, which is not parsed again. Owned by one loop and
 * reused: once it has the room that is needed, nothing is allocated.
 */
final class RequestQueue {
  private static final int FIRST_BYTES = 4 * 1024;
  private static final int KEPT_BYTES = 64 * 1024;
  private static final int FIRST_WORDS = 64;
  private static final int KEPT_WORDS = 4 * 1024;

  private final RequestParser parser = new RequestParser();
  private final List<RegisteredCommand> commands = new ArrayList<>();
  private final Slice view = new Slice();
  private final LockSet locks;
  private MemorySegment memory = MemorySegment.NULL;
  private int used;
  private boolean runsScripts;

  /** Where each word begins in memory, and its length. */
  private int[] offsets = new int[FIRST_WORDS];

  private int[] lengths = new int[FIRST_WORDS];
  private int words;

  /** The first word of the request that is read next. */
  private int next;

  RequestQueue(Partitions partitions) {
    locks = new LockSet(partitions);
  }

  /** Puts a copy of a request at the end; its words lie in one buffer, one behind the other. */
  void add(RegisteredCommand command, RequestParser request) {
    int count = request.count();
    MemorySegment source = request.argument(0, view).segment();
    long start = view.offset();
    request.argument(count - 1, view);
    long length = view.offset() + view.length() - start;
    ensureRoom(length);
    ensureWords(count + 1);
    lengths[words++] = count;
    for (int i = 0; i < count; i++) {
      request.argument(i, view);
      offsets[words] = (int) (used + view.offset() - start);
      lengths[words++] = view.length();
    }
    Slice.copy(source, start, memory, used, length);
    used += (int) length;
    commands.add(command);
    runsScripts |= command.runsScript;
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

  private void ensureWords(int more) {
    if (words + more > offsets.length) {
      int room = Math.max(words + more, offsets.length * 2);
      offsets = Arrays.copyOf(offsets, room);
      lengths = Arrays.copyOf(lengths, room);
    }
  }

  /** The partitions of the requests' keys: whoever adds a request adds them, too. */
  LockSet locks() {
    return locks;
  }

  /** Whether any of the requests runs a script or a function. */
  boolean runsScripts() {
    return runsScripts;
  }

  /** Number of requests. */
  int size() {
    return commands.size();
  }

  long bytes() {
    return memory.byteSize() + 2L * Integer.BYTES * words;
  }

  RegisteredCommand command(int index) {
    return commands.get(index);
  }

  List<RegisteredCommand> commands() {
    return commands;
  }

  /** Begins to read the requests anew. */
  void rewind() {
    next = 0;
  }

  /** The next request, as a batch of its own. There must be one. */
  RequestParser nextBatch() {
    int end = next + 1 + lengths[next];
    parser.compose();
    for (int i = next + 1; i < end; i++) {
      parser.composeArgument(offsets[i], lengths[i]);
    }
    next = end;
    return parser.composed(memory);
  }

  /** Forgets all requests, and the room for them where it is large. */
  void clear() {
    commands.clear();
    runsScripts = false;
    locks.clear();
    used = 0;
    words = 0;
    parser.trim();
    if (memory.byteSize() > KEPT_BYTES) {
      memory = MemorySegment.NULL;
    }
    if (offsets.length > KEPT_WORDS) {
      offsets = new int[FIRST_WORDS];
      lengths = new int[FIRST_WORDS];
    }
  }
}
