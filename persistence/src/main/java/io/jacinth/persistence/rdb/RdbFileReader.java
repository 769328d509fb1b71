package io.jacinth.persistence.rdb;

import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;

/**
 * Reads a file of the format, of version 1 to {@link RdbType#NEWEST_VERSION}, from its first byte
 * to its checksum, and tells a sink. What is behind the end is left in the input: a log may follow.
 * Owned by one thread.
 *
 * <pre>
 *   REDIS and four digits: the version
 *   opcode and what belongs to it | facts of a key, type, key, value
 *   255, and from version 5 on 8 bytes: the checksum of all before
 * </pre>
 */
public final class RdbFileReader {
  private static final String MAGIC = "REDIS";
  private static final int HEADER_BYTES = 9;
  private static final int FIRST_VERSION_WITH_CHECKSUM = 5;
  private static final String MODULE_LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final RdbInput in;
  private final RdbFileSink sink;
  private final Slice first = new Slice();
  private final Slice second = new Slice();
  private final RdbFileSink.KeyFacts facts = new RdbFileSink.KeyFacts();
  private int version;

  public RdbFileReader(RdbInput in, RdbFileSink sink) {
    this.in = in;
    this.sink = sink;
  }

  /**
   * Reads it all.
   *
   * @throws RdbException where the file is damaged, ends too early or is of another kind
   */
  public void read() {
    header();
    int opcode = in.unsignedByte();
    while (opcode != RdbOpcode.END) {
      if (opcode < RdbOpcode.SLOT_INFO) {
        key(opcode);
      } else {
        special(opcode);
      }
      opcode = in.unsignedByte();
    }
    long found = in.checksum();
    sink.end(version < FIRST_VERSION_WITH_CHECKSUM ? 0 : in.int64(), found);
  }

  private void header() {
    byte[] header = new byte[HEADER_BYTES];
    for (int i = 0; i < HEADER_BYTES; i++) {
      header[i] = (byte) in.unsignedByte();
    }
    String text = new String(header, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(MAGIC)) {
      throw new RdbException("Wrong signature trying to load DB from file");
    }
    version = number(text.substring(MAGIC.length()));
    if (version < 1 || version > RdbType.NEWEST_VERSION) {
      throw new RdbException("Can't handle RDB format version " + version);
    }
    sink.version(version);
  }

  private static int number(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(digits) : 0;
  }

  private void key(int type) {
    facts.at = in.position() - 1;
    facts.type = type;
    in.string(facts.key, RdbInput.KEY);
    if (type == RdbType.MODULE || type == RdbType.MODULE_2) {
      throw new RdbException(
          "The RDB file contains module data I can't load: no matching module type '"
              + moduleName(in.length())
              + "'");
    }
    sink.key(facts, in);
    facts.clear();
  }

  private void special(int opcode) {
    switch (opcode) {
      case RdbOpcode.DEADLINE_SECONDS -> facts.deadlineMillis = in.int32() * 1000L;
      case RdbOpcode.DEADLINE_MILLIS -> facts.deadlineMillis = in.int64();
      case RdbOpcode.FREQUENCY -> facts.frequency = in.unsignedByte();
      case RdbOpcode.IDLE -> facts.idleSeconds = in.length();
      case RdbOpcode.SELECT_DATABASE -> sink.database(in.length());
      case RdbOpcode.RESIZE_DATABASE -> sink.sizes(in.length(), in.length());
      case RdbOpcode.AUX -> sink.fact(in.string(first, 0), in.string(second, 1));
      case RdbOpcode.FUNCTION -> sink.library(in.string(first, 0));
      case RdbOpcode.SLOT_INFO -> {
        in.length();
        in.length();
        in.length();
      }
      case RdbOpcode.FUNCTION_EARLY ->
          throw new RdbException(
              "Pre-release function format not supported: it was written by a release candidate");
      case RdbOpcode.MODULE_AUX ->
          throw new RdbException(
              "The RDB file contains AUX module data I can't load: no matching module '"
                  + moduleName(in.length())
                  + "'");
      default -> throw new RdbException("Invalid object type: " + opcode);
    }
  }

  /** A module's identity is nine letters of six bits each, and ten bits of version. */
  private static String moduleName(long identity) {
    StringBuilder name = new StringBuilder();
    for (int shift = 58; shift >= 10; shift -= 6) {
      name.append(MODULE_LETTERS.charAt((int) (identity >>> shift) & 0x3F));
    }
    return name.toString();
  }
}
