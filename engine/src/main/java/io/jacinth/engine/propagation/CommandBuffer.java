package io.jacinth.engine.propagation;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.jacinth.protocol.Decimals;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** Commands being written, one behind the other, in the form that {@link Lane} draws. */
final class CommandBuffer {
  private static final int FIRST_BYTES = 4 * 1024;
  private static final int KEPT_BYTES = 256 * 1024;

  /** The most bytes that a number and its marks take. */
  private static final int NUMBER_BYTES = 24;

  /** Bytes of a word's header when the word has at most 99 bytes, and to spare. */
  private static final int SHORT_HEADER_BYTES = 8;

  private static final short LINE_END = 0x0A0D;

  private MemorySegment memory = Arena.ofAuto().allocate(FIRST_BYTES, 8);
  private int used;
  private int commands;

  /** Where the command that is being written begins; -1: none is. */
  private int open = -1;

  private int database;
  private int words;

  MemorySegment memory() {
    return memory;
  }

  /** Bytes of whole commands. */
  int used() {
    return used;
  }

  /** Number of whole commands. */
  int commands() {
    return commands;
  }

  boolean isOpen() {
    return open >= 0;
  }

  /** Begins a command that is to run in a database. */
  void start(int newDatabase) {
    ensureRoom(Lane.COMMAND_HEADER);
    open = used;
    database = newDatabase;
    words = 0;
    used += Lane.COMMAND_HEADER;
  }

  void word(Slice word) {
    int length = word.length();
    ensureRoom(length + NUMBER_BYTES);
    header(length);
    word.copyTo(memory, used);
    used += length;
    lineEnd();
    words++;
  }

  /** Adds a word of single-byte characters. */
  void word(String word) {
    ensureRoom(word.length() + NUMBER_BYTES);
    header(word.length());
    for (int i = 0; i < word.length(); i++) {
      memory.set(JAVA_BYTE, used++, (byte) word.charAt(i));
    }
    lineEnd();
    words++;
  }

  /** Adds an integer's digits as a word. */
  void word(long value) {
    ensureRoom(2 * NUMBER_BYTES);
    long digits = used + (long) SHORT_HEADER_BYTES;
    int length = Decimals.write(value, memory, digits);
    header(length);
    MemorySegment.copy(memory, digits, memory, used, length);
    used += length;
    lineEnd();
    words++;
  }

  /** Ends the command that is being written, if any. */
  void close() {
    if (open >= 0) {
      memory.set(JAVA_INT_UNALIGNED, open, database);
      memory.set(JAVA_INT_UNALIGNED, open + 4L, words);
      memory.set(JAVA_INT_UNALIGNED, open + 8L, used - open - Lane.COMMAND_HEADER);
      open = -1;
      commands++;
    }
  }

  /** Forgets what was written after so many bytes and commands. */
  void cutTo(int bytes, int count) {
    used = bytes;
    commands = count;
    open = -1;
  }

  /** Forgets everything, and the room for it where it is large. */
  void clear() {
    cutTo(0, 0);
    if (memory.byteSize() > KEPT_BYTES) {
      memory = Arena.ofAuto().allocate(FIRST_BYTES, 8);
    }
  }

  private void header(int length) {
    memory.set(JAVA_BYTE, used++, (byte) '$');
    used += Decimals.write(length, memory, used);
    lineEnd();
  }

  private void lineEnd() {
    memory.set(JAVA_SHORT_UNALIGNED, used, LINE_END);
    used += 2;
  }

  private void ensureRoom(int bytes) {
    long needed = (long) used + bytes;
    if (needed > memory.byteSize()) {
      if (needed > Integer.MAX_VALUE) {
        throw new OutOfMemoryError("a group of commands of more than 2 GB");
      }
      long room = Math.min(Integer.MAX_VALUE, Math.max(needed, memory.byteSize() * 2));
      MemorySegment grown = Arena.ofAuto().allocate(room, 8);
      MemorySegment.copy(memory, 0, grown, 0, used);
      memory = grown;
    }
  }
}
