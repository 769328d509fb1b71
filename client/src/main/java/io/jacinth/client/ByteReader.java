package io.jacinth.client;

import io.jacinth.client.RespException.ProtocolViolation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lines and counted bytes out of a {@link ByteSource}; keeps a copy of what was consumed while
 * recording.
 */
final class ByteReader {

  private static final int FIRST_PIECE_BYTES = 64 << 10;

  private final ByteSource source;
  private final byte[] buffer = new byte[16 << 10];
  private int position;
  private int limit;
  private @Nullable ByteArrayOutputStream recording;

  ByteReader(ByteSource source) {
    this.source = source;
  }

  boolean hasBuffered() {
    return position < limit;
  }

  void startRecording() {
    recording = new ByteArrayOutputStream();
  }

  byte[] stopRecording() {
    ByteArrayOutputStream recorded = recording;
    recording = null;
    return recorded == null ? new byte[0] : recorded.toByteArray();
  }

  byte next() {
    require();
    record(buffer, position, 1);
    return buffer[position++];
  }

  /** The bytes up to the next CRLF, which is consumed and not returned, read as UTF-8. */
  String line(int maxBytes) {
    byte[] line = new byte[32];
    int length = 0;
    for (byte b = next(); b != '\r'; b = next()) {
      if (length == maxBytes) {
        throw new ProtocolViolation("a line is longer than " + maxBytes + " bytes");
      }
      if (length == line.length) {
        line = Arrays.copyOf(line, length * 2);
      }
      line[length++] = b;
    }
    if (next() != '\n') {
      throw new ProtocolViolation("a line ends in CR without LF");
    }
    return new String(line, 0, length, StandardCharsets.UTF_8);
  }

  /**
   * Exactly so many bytes. Room grows with what arrives, so that a length alone cannot cost memory.
   */
  byte[] bytes(int count) {
    byte[] result = new byte[Math.min(count, FIRST_PIECE_BYTES)];
    int filled = 0;
    while (filled < count) {
      require();
      if (filled == result.length) {
        result = Arrays.copyOf(result, (int) Math.min(count, filled * 2L));
      }
      int piece = Math.min(limit - position, result.length - filled);
      System.arraycopy(buffer, position, result, filled, piece);
      record(buffer, position, piece);
      position += piece;
      filled += piece;
    }
    return result;
  }

  private void require() {
    if (position == limit) {
      limit = 0;
      position = 0;
      limit = source.read(buffer);
    }
  }

  private void record(byte[] bytes, int offset, int length) {
    if (recording != null) {
      recording.write(bytes, offset, length);
    }
  }
}
