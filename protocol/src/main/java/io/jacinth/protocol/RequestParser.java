package io.jacinth.protocol;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds requests in a buffer, in place and without allocation: RESP arrays of bulk strings and
 * inline commands, as in the Redis serialization protocol specification.
 *
 * <p>A parser walks a window of a buffer and can stop anywhere: {@link #next} answers {@link
 * #INCOMPLETE} at the end of the bytes and goes on from there once the window has grown, so that a
 * request which arrives in many pieces is looked at once. A request's arguments are offsets and
 * lengths in the buffer.
 *
 * <p>Requests gather in a batch, so that all keys of a pipeline can be looked at before the first
 * command runs: after {@link #beginBatch}, each {@link #REQUEST} adds one, and {@link #select}
 * makes one of them the current request, whose arguments are then read. The bytes from {@link
 * #requestStart} on, those of the request not yet complete, must be kept over batches; they may be
 * moved with {@link #moveTo} once the batch is done with.
 *
 * <p>The buffer must be readable {@value #SLACK} bytes past the window: digits are tested eight
 * bytes at a time.
 */
public final class RequestParser {
  /** Bytes after the window that must be readable. */
  public static final int SLACK = 8;

  /** More bytes are needed. */
  public static final int INCOMPLETE = 0;

  /** A request is there. */
  public static final int REQUEST = 1;

  /** Something that asks for no reply was skipped: an empty line, an array of no elements. */
  public static final int NOTHING = 2;

  /** The client broke the protocol; {@link #error} says how. The connection cannot go on. */
  public static final int ERROR = 3;

  /** An inline command follows the batch: it is read as the first of another. */
  public static final int BATCH_END = 4;

  private static final int MAX_LINE = 64 * 1024;
  private static final int MAX_ARGUMENTS_UNAUTHENTICATED = 10;
  private static final int MAX_BULK_UNAUTHENTICATED = 16 * 1024;
  private static final int MAX_ARGUMENTS = Integer.MAX_VALUE;
  private static final int KEPT_ARGUMENTS = 1024;

  /** The most requests of a batch. */
  public static final int MAX_BATCH = 32;

  private static final long NO_NUMBER = Long.MIN_VALUE;

  private final Slice numberView = new Slice();
  private MemorySegment buffer = MemorySegment.NULL;
  private int position;
  private int limit;
  private int requestStart;

  private boolean authenticated = true;
  private long maxBulkBytes = 512L * 1024 * 1024;

  private int argumentsLeft;
  private int bulkLength = -1;

  /** Arguments of the whole batch, those of the incomplete request last. */
  private int filled;

  private int[] offsets = new int[64];
  private int[] lengths = new int[64];

  /** Where each request of the batch begins among the arguments, and where the next one will. */
  private final int[] firsts = new int[MAX_BATCH + 1];

  /** Where each request of the batch ends in the buffer. */
  private final int[] ends = new int[MAX_BATCH];

  private int requests;

  /** Where the batch begins in the buffer. */
  private int batchStart;

  /** Whether the batch's first request is an inline command, whose quotes have been undone. */
  private boolean startsInline;

  /** The selected request's first argument and number of arguments. */
  private int first;

  private int count;
  private String error = "";

  /** Points the parser at bytes that begin with a new request. */
  public void reset(MemorySegment newBuffer, int start, int newLimit) {
    buffer = newBuffer;
    position = start;
    limit = newLimit;
    requestStart = start;
    argumentsLeft = 0;
    bulkLength = -1;
    filled = 0;
    requests = 0;
  }

  /** Forgets the requests of the last batch; one that is incomplete is gone on with. */
  public void beginBatch() {
    int done = firsts[requests];
    if (requests > 0 && done > 0) {
      int kept = filled - done;
      System.arraycopy(offsets, done, offsets, 0, kept);
      System.arraycopy(lengths, done, lengths, 0, kept);
      filled = kept;
    }
    requests = 0;
    firsts[0] = 0;
    batchStart = requestStart;
    startsInline = false;
  }

  /**
   * Goes back to behind so many of the batch's requests: those after it have not been run and are
   * read again. A batch that {@link #startsInline} cannot be gone back to the start of.
   */
  public void rewindTo(int request) {
    position = request == 0 ? batchStart : ends[request - 1];
    requestStart = position;
    argumentsLeft = 0;
    bulkLength = -1;
    filled = 0;
    requests = 0;
    firsts[0] = 0;
  }

  /** Whether the batch's first request is an inline command: its bytes cannot be read again. */
  public boolean startsInline() {
    return startsInline;
  }

  /**
   * Begins a batch of one request whose arguments are said by {@link #composeArgument} instead of
   * being read; {@link #composed} ends it.
   */
  public void compose() {
    filled = 0;
    requests = 0;
    firsts[0] = 0;
    startsInline = false;
  }

  /** Says where the next argument of the composed request lies in the buffer. */
  public void composeArgument(int offset, int length) {
    add(offset, length);
  }

  /** Ends the composed request, which is then the current one; says in which buffer it lies. */
  public RequestParser composed(MemorySegment newBuffer) {
    buffer = newBuffer;
    requests = 1;
    firsts[1] = filled;
    return select(0);
  }

  /** The selected request as an array of bulk strings. */
  public byte[] encoded() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(("*" + count + "\r\n").getBytes(StandardCharsets.US_ASCII));
    for (int i = 0; i < count; i++) {
      byte[] argument = argument(i, new Slice()).toBytes();
      bytes.writeBytes(("$" + argument.length + "\r\n").getBytes(StandardCharsets.US_ASCII));
      bytes.writeBytes(argument);
      bytes.writeBytes(new byte[] {'\r', '\n'});
    }
    return bytes.toByteArray();
  }

  /** Where a request of the batch, from 0, ends in the buffer. */
  public int end(int request) {
    return ends[request];
  }

  /** Number of requests in the batch. */
  public int requests() {
    return requests;
  }

  /** Number of bytes of the batch's requests together. */
  public int batchBytes() {
    return requests == 0 ? 0 : ends[requests - 1] - batchStart;
  }

  /** Number of arguments in the batch's requests together. */
  public int batchArguments() {
    return firsts[requests];
  }

  /** Makes a request of the batch, from 0, the current one. */
  public RequestParser select(int request) {
    first = firsts[request];
    count = firsts[request + 1] - first;
    return this;
  }

  /** Where the current request's arguments begin among those of the batch. */
  public int first() {
    return first;
  }

  /**
   * The limits of the client whose bytes are read: {@code proto-max-bulk-len} and whether it logged
   * in.
   */
  public void limits(boolean isAuthenticated, long protoMaxBulkBytes) {
    authenticated = isAuthenticated;
    maxBulkBytes = protoMaxBulkBytes;
  }

  /** Says that the window now ends at another place. */
  public void extendTo(int newLimit) {
    limit = newLimit;
  }

  /** Says that the bytes from {@link #requestStart} on now lie in another buffer (or place). */
  public void moveTo(MemorySegment newBuffer, int newStart) {
    int shift = newStart - requestStart;
    buffer = newBuffer;
    position += shift;
    limit += shift;
    requestStart = newStart;
    for (int i = 0; i < filled; i++) {
      offsets[i] += shift;
    }
  }

  /** Where the request that is being read began; everything before it is done with. */
  public int requestStart() {
    return requestStart;
  }

  /** The end of the window. */
  public int limit() {
    return limit;
  }

  /**
   * Number of bytes behind the arguments that are whole, those behind an unfinished one left out.
   */
  public long unread() {
    long rest = (long) limit - position;
    return bulkLength >= 0 ? Math.min(rest, bulkLength + 2L) : rest;
  }

  /**
   * The least number of bytes, from {@link #requestStart} on, that the request is known to have.
   */
  public long bytesExpected() {
    long end = bulkLength >= 0 ? (long) position + bulkLength + 2 : limit;
    return Math.max(end, limit) - requestStart;
  }

  /**
   * Reads on. One of {@link #REQUEST}, {@link #INCOMPLETE}, {@link #NOTHING}, {@link #ERROR},
   * {@link #BATCH_END}. The batch must have room for one more.
   */
  public int next() {
    if (argumentsLeft == 0) {
      requestStart = position;
      filled = firsts[requests];
      if (position >= limit) {
        return INCOMPLETE;
      }
      if (buffer.get(JAVA_BYTE, position) != '*') {
        return requests == 0 ? inline() : BATCH_END;
      }
      int result = arrayHeader();
      if (result != REQUEST) {
        return result;
      }
    }
    return bulks();
  }

  private int arrayHeader() {
    long word = buffer.get(JAVA_LONG_UNALIGNED, position);
    long n;
    if ((word & 0xFFFF00FFL) == 0x0A0D002AL && position + 4 <= limit) {
      n = ((word >>> 8) & 0xFF) - '0';
      if (n < 0 || n > 9) {
        n = NO_NUMBER;
      }
      position += 4;
    } else {
      int end = lineEnd();
      if (end < 0) {
        return end == -1 ? INCOMPLETE : fail("too big mbulk count string");
      }
      n = number(position + 1, end);
      position = end + 2;
    }
    if (n == NO_NUMBER || n > MAX_ARGUMENTS) {
      return fail("invalid multibulk length");
    }
    if (n > MAX_ARGUMENTS_UNAUTHENTICATED && !authenticated) {
      return fail("unauthenticated multibulk length");
    }
    if (n <= 0) {
      return NOTHING;
    }
    argumentsLeft = (int) n;
    return REQUEST;
  }

  private int bulks() {
    while (argumentsLeft > 0) {
      if (bulkLength < 0) {
        int result = bulkHeader();
        if (result != REQUEST) {
          return result;
        }
      }
      if ((long) limit - position < bulkLength + 2L) {
        return INCOMPLETE;
      }
      add(position, bulkLength);
      position += bulkLength + 2;
      bulkLength = -1;
      argumentsLeft--;
    }
    return complete();
  }

  private int complete() {
    requestStart = position;
    ends[requests] = position;
    firsts[++requests] = filled;
    return REQUEST;
  }

  private int bulkHeader() {
    if (position >= limit) {
      return INCOMPLETE;
    }
    long word = buffer.get(JAVA_LONG_UNALIGNED, position);
    long n;
    if ((word & 0xFFFF00FFL) == 0x0A0D0024L && position + 4 <= limit) {
      n = ((word >>> 8) & 0xFF) - '0';
      position += 4;
      if (n >= 0 && n <= 9) {
        bulkLength = (int) n;
        return REQUEST;
      }
      return fail("invalid bulk length");
    }
    int end = lineEnd();
    if (end == -2) {
      return fail("too big bulk count string");
    }
    if (end < 0) {
      return INCOMPLETE;
    }
    byte first = buffer.get(JAVA_BYTE, position);
    if (first != '$') {
      return fail("expected '$', got '" + (char) (first & 0xFF) + "'");
    }
    n = number(position + 1, end);
    if (n < 0 || n > maxBulkBytes) {
      return fail("invalid bulk length");
    }
    if (n > MAX_BULK_UNAUTHENTICATED && !authenticated) {
      return fail("unauthenticated bulk length");
    }
    position = end + 2;
    bulkLength = (int) n;
    return REQUEST;
  }

  /**
   * Index of the CR that ends the line at {@link #position}; -1: not there yet; -2: line too long.
   */
  private int lineEnd() {
    for (int i = position; i < limit; i++) {
      if (buffer.get(JAVA_BYTE, i) == '\r') {
        return i + 1 < limit ? i : -1;
      }
    }
    return limit - position > MAX_LINE ? -2 : -1;
  }

  private long number(int from, int to) {
    return numberView.set(buffer, from, to - from).integerOr(NO_NUMBER);
  }

  private int inline() {
    int newline = -1;
    for (int i = position; i < limit; i++) {
      if (buffer.get(JAVA_BYTE, i) == '\n') {
        newline = i;
        break;
      }
    }
    if (newline < 0) {
      return limit - position > MAX_LINE ? fail("too big inline request") : INCOMPLETE;
    }
    int end = newline;
    if (end > position && buffer.get(JAVA_BYTE, end - 1) == '\r') {
      end--;
    }
    int start = position;
    position = newline + 1;
    if (!splitInline(start, end)) {
      return fail("unbalanced quotes in request");
    }
    if (filled == firsts[requests]) {
      return NOTHING;
    }
    startsInline = true;
    return complete();
  }

  /**
   * Splits a line into arguments at white space, undoing quotes and escapes in place (the result is
   * never longer than the source). False when a quote is not closed, or not followed by a space.
   */
  private boolean splitInline(int start, int end) {
    int in = start;
    while (true) {
      while (in < end && isSpace(buffer.get(JAVA_BYTE, in))) {
        in++;
      }
      if (in == end || buffer.get(JAVA_BYTE, in) == 0) {
        return true;
      }
      int argument = in;
      int out = in;
      while (in < end && !isSpace(buffer.get(JAVA_BYTE, in)) && buffer.get(JAVA_BYTE, in) != 0) {
        byte b = buffer.get(JAVA_BYTE, in++);
        if (b != '"' && b != '\'') {
          buffer.set(JAVA_BYTE, out++, b);
          continue;
        }
        while (true) {
          if (in >= end) {
            return false;
          }
          byte c = buffer.get(JAVA_BYTE, in++);
          if (c == b) {
            break;
          }
          if (c == '\\' && in < end) {
            if (b == '\'') {
              if (buffer.get(JAVA_BYTE, in) == '\'') {
                c = '\'';
                in++;
              }
            } else {
              int hex = hexEscape(in, end);
              if (hex >= 0) {
                c = (byte) hex;
                in += 3;
              } else {
                c = unescape(buffer.get(JAVA_BYTE, in++));
              }
            }
          }
          buffer.set(JAVA_BYTE, out++, c);
        }
        if (in < end && !isSpace(buffer.get(JAVA_BYTE, in))) {
          return false;
        }
      }
      add(argument, out - argument);
    }
  }

  private int hexEscape(int at, int end) {
    if (at + 3 > end || buffer.get(JAVA_BYTE, at) != 'x') {
      return -1;
    }
    int high = Character.digit(buffer.get(JAVA_BYTE, at + 1), 16);
    int low = Character.digit(buffer.get(JAVA_BYTE, at + 2), 16);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
  }

  private static byte unescape(byte b) {
    return switch (b) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'a' -> 7;
      default -> b;
    };
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || (b >= 9 && b <= 13);
  }

  private void add(int offset, int length) {
    if (filled == offsets.length) {
      int newLength = filled + (filled >> 1) + 16;
      offsets = Arrays.copyOf(offsets, newLength);
      lengths = Arrays.copyOf(lengths, newLength);
    }
    offsets[filled] = offset;
    lengths[filled++] = length;
  }

  private int fail(String reason) {
    error = "Protocol error: " + reason;
    return ERROR;
  }

  /** What is wrong, as Redis says it, without the leading {@code ERR}. */
  public String error() {
    return error;
  }

  /** How many arguments the current request has, the command's name included. */
  public int count() {
    return count;
  }

  /** Puts the place of one of the current request's arguments into a view. */
  public Slice argument(int index, Slice into) {
    return into.set(buffer, offsets[first + index], lengths[first + index]);
  }

  /** Gives back the room of an unusually long request; the parser must be reset afterwards. */
  public void trim() {
    if (offsets.length > KEPT_ARGUMENTS) {
      offsets = new int[64];
      lengths = new int[64];
    }
  }
}
