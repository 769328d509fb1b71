package io.jacinth.engine.propagation;

import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What one worker has written to the log: a queue of blocks with one writer, the worker, and one
 * reader. In the steady state two blocks are used in turn.
 *
 * <pre>
 * group:    ticket (8)  number of commands (4)  bytes of all that follows (4)  commands ...
 * command:  database (4)  words (4)  bytes (4)  words as bulk strings
 * </pre>
 *
 * A group of no commands is a mark.
 */
final class Lane {
  private static final int BLOCK_BYTES = 256 * 1024;
  private static final int GROUP_HEADER = 16;
  static final int COMMAND_HEADER = 12;

  private static final class Block {
    final MemorySegment memory;

    /** Written by the writer once what lies before it is whole. */
    volatile int end;

    /** Owned by the reader. */
    int read;

    volatile @Nullable Block next;

    Block(long bytes) {
      memory = Arena.ofAuto().allocate(bytes, 8);
    }
  }

  private final PropagationLog log;
  private final Record record = new Record();
  private final AtomicReference<@Nullable Block> spare = new AtomicReference<>();
  private Block tail = new Block(BLOCK_BYTES);
  private Block head = tail;
  private final AtomicLong writtenBytes = new AtomicLong();
  private final AtomicLong readBytes = new AtomicLong();

  Lane(PropagationLog log) {
    this.log = log;
  }

  // ---------------------------------------------------------------- the writer's side

  /** Appends a group of commands under the next ticket, and answers that. */
  long append(CommandBuffer commands) {
    int bytes = commands.used();
    Block block = blockFor(GROUP_HEADER + bytes);
    int at = block.end;
    MemorySegment.copy(commands.memory(), 0, block.memory, at + (long) GROUP_HEADER, bytes);
    block.memory.set(JAVA_INT_UNALIGNED, at + 8L, commands.commands());
    block.memory.set(JAVA_INT_UNALIGNED, at + 12L, bytes);
    long ticket = log.takeTicket();
    block.memory.set(JAVA_LONG_UNALIGNED, at, ticket);
    block.end = at + GROUP_HEADER + bytes;
    writtenBytes.lazySet(writtenBytes.get() + bytes);
    return ticket;
  }

  private Block blockFor(int bytes) {
    if (tail.memory.byteSize() - tail.end >= bytes) {
      return tail;
    }
    Block block = bytes <= BLOCK_BYTES ? spare.getAndSet(null) : null;
    if (block == null) {
      block = new Block(Math.max(bytes, BLOCK_BYTES));
    }
    Block full = tail;
    tail = block;
    full.next = block;
    return block;
  }

  // ---------------------------------------------------------------- the reader's side

  /** The ticket of the group to be read next; 0 where there is none. */
  long headTicket() {
    if (head.read < head.end) {
      return ticketAt(head);
    }
    Block next = head.next;
    if (next == null || head.read < head.end) {
      return head.read < head.end ? ticketAt(head) : 0;
    }
    Block done = head;
    head = next;
    recycle(done);
    return head.read < head.end ? ticketAt(head) : 0;
  }

  private static long ticketAt(Block block) {
    return block.memory.get(JAVA_LONG_UNALIGNED, block.read);
  }

  private void recycle(Block block) {
    if (block.memory.byteSize() == BLOCK_BYTES) {
      block.read = 0;
      block.end = 0;
      block.next = null;
      spare.set(block);
    }
  }

  /** Hands the next group, which must be there, to the reader; answers its bytes, 0 for a mark. */
  int takeHead(PropagationLog.Reader reader) {
    Block block = head;
    int commands = block.memory.get(JAVA_INT_UNALIGNED, block.read + 8L);
    int bytes = block.memory.get(JAVA_INT_UNALIGNED, block.read + 12L);
    int at = block.read + GROUP_HEADER;
    int end = at + bytes;
    if (commands == 0) {
      reader.marked();
    } else {
      reader.group(commands);
      while (at < end) {
        at += command(block.memory, at, reader);
      }
      reader.groupEnd();
    }
    block.read = end;
    readBytes.lazySet(readBytes.get() + bytes);
    return commands == 0 ? 0 : GROUP_HEADER + bytes;
  }

  private int command(MemorySegment memory, long at, PropagationLog.Reader reader) {
    int length = memory.get(JAVA_INT_UNALIGNED, at + 8);
    reader.command(
        memory.get(JAVA_INT_UNALIGNED, at),
        memory.get(JAVA_INT_UNALIGNED, at + 4),
        record.at(memory, at + COMMAND_HEADER, length));
    return COMMAND_HEADER + length;
  }

  long waitingBytes() {
    return Math.max(0, writtenBytes.get() - readBytes.get());
  }
}
