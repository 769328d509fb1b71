package io.jacinth.protocol;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The bytes of replies on their way out: a fixed block off-heap that empties itself into a {@link
 * Sink} when it is full, so that a reply of any size needs no more room than this. Owned by one
 * thread.
 */
public final class ReplyBuffer {
  /** Takes bytes over at once; they are overwritten when the call returns. */
  public interface Sink {
    void accept(MemorySegment bytes, long offset, int length);
  }

  private static final int CAPACITY = 64 * 1024;
  private static final int RESERVE = 64;
  private static final short CRLF = 0x0A0D;

  private final MemorySegment segment;
  private Sink sink;
  private int position;
  private long flushedBytes;

  public ReplyBuffer(Arena arena, Sink sink) {
    this.segment = arena.allocate(CAPACITY + RESERVE, 64);
    this.sink = sink;
  }

  /** Names where the bytes go from now on; what was written before goes there too. */
  public void sink(Sink newSink) {
    sink = newSink;
  }

  public boolean isEmpty() {
    return position == 0;
  }

  /** Hands everything written so far to the sink. */
  public void flush() {
    if (position > 0) {
      int n = position;
      position = 0;
      flushedBytes += n;
      sink.accept(segment, 0, n);
    }
  }

  /** The number of bytes written so far, those handed over included; it only grows. */
  public long writtenBytes() {
    return flushedBytes + position;
  }

  /** Forgets what was not yet handed over. */
  public void clear() {
    position = 0;
  }

  private void ensure(int n) {
    if (position + n > CAPACITY) {
      flush();
    }
  }

  /** A type byte, a number, CR LF. */
  void header(char type, long number) {
    ensure(RESERVE);
    if (number >= 0 && number < 10) {
      segment.set(
          JAVA_LONG_UNALIGNED, position, type | ('0' + number) << 8 | (CRLF & 0xFFFFL) << 16);
      position += 4;
      return;
    }
    segment.set(JAVA_BYTE, position++, (byte) type);
    position += Decimals.write(number, segment, position);
    crlf();
  }

  void crlf() {
    segment.set(JAVA_SHORT_UNALIGNED, position, CRLF);
    position += 2;
  }

  /** A bulk string: header, bytes, CR LF. */
  void bulk(MemorySegment source, long offset, int length) {
    header('$', length);
    if (position + length + 2 <= CAPACITY) {
      Slice.copy(source, offset, segment, position, length);
      position += length;
    } else {
      bytes(source, offset, length);
      ensure(2);
    }
    crlf();
  }

  /** Bytes as they are. */
  void bytes(MemorySegment source, long offset, int length) {
    int done = 0;
    while (done < length) {
      if (position == CAPACITY) {
        flush();
      }
      int n = Math.min(length - done, CAPACITY - position);
      MemorySegment.copy(source, offset + done, segment, position, n);
      position += n;
      done += n;
    }
  }

  /** Bytes as they are. */
  public void bytes(byte[] source) {
    bytes(source, source.length);
  }

  /** The first bytes of an array as they are. */
  void bytes(byte[] source, int length) {
    int done = 0;
    while (done < length) {
      if (position == CAPACITY) {
        flush();
      }
      int n = Math.min(length - done, CAPACITY - position);
      MemorySegment.copy(source, done, segment, JAVA_BYTE, position, n);
      position += n;
      done += n;
    }
  }

  /** An integer's decimal digits. */
  void number(long value) {
    ensure(RESERVE);
    position += Decimals.write(value, segment, position);
  }

  /** Characters as single bytes (ISO 8859-1). */
  void text(String text) {
    for (int i = 0; i < text.length(); i++) {
      ensure(1);
      segment.set(JAVA_BYTE, position++, (byte) text.charAt(i));
    }
  }

  /** As {@link #text}, with spaces in the place of line ends. */
  void line(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      ensure(1);
      segment.set(JAVA_BYTE, position++, (byte) (c == '\r' || c == '\n' ? ' ' : c));
    }
  }

  /** Up to eight bytes held in a word, lowest first. */
  void word(long word, int length) {
    ensure(RESERVE);
    segment.set(JAVA_LONG_UNALIGNED, position, word);
    position += length;
  }
}
