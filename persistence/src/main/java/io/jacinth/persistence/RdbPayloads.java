package io.jacinth.persistence;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import io.jacinth.engine.Payloads;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.Database;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.persistence.rdb.Crc64;
import io.jacinth.persistence.rdb.RdbException;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.RdbOpcode;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.persistence.rdb.RdbType;
import io.jacinth.persistence.rdb.ValueReader;
import io.jacinth.persistence.rdb.ValueSink;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Payloads of DUMP and RESTORE. No state but the settings; used from every thread.
 *
 * <pre>
 *   1  type of the value ({@link RdbType})
 *      value
 *   2  version of the format, the lowest byte first
 *   8  {@link Crc64} of all that is before it, the lowest byte first
 * </pre>
 */
public final class RdbPayloads implements Payloads {
  private static final int FOOTER_BYTES = 10;

  private final ServerSettings settings;
  private volatile boolean skipsChecksums;

  public RdbPayloads(ServerSettings settings) {
    this.settings = settings;
  }

  @Override
  public void dump(Database database, Key key, Entry entry, Reply reply) {
    try (RdbOutput out = new RdbOutput(settings.persistence.rdbcompression.isOn())) {
      ValueWriter writer = new ValueWriter(out);
      writer.write(database.stored(key, entry));
      out.int16(writer.version());
      out.int64(Crc64.update(0, out.bytes(), 0, out.length()));
      reply.bulk(out.slice());
    }
  }

  @Override
  public long serializedBytes(Database database, Key key, Entry entry) {
    try (RdbOutput out = new RdbOutput(settings.persistence.rdbcompression.isOn())) {
      new ValueWriter(out).write(database.stored(key, entry));
      return out.length() - 1L;
    }
  }

  @Override
  public boolean isIntact(Slice payload) {
    long end = payload.offset() + payload.length();
    return payload.length() > FOOTER_BYTES
        && (payload.segment().get(JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), end - 10)
                & 0xFFFF)
            <= RdbType.NEWEST_VERSION
        && (skipsChecksums
            || payload
                    .segment()
                    .get(JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN), end - 8)
                == Crc64.update(0, payload.segment(), payload.offset(), payload.length() - 8L));
  }

  @Override
  public void skipsChecksums(boolean isOn) {
    skipsChecksums = isOn;
  }

  @Override
  public boolean isSound(Slice payload) {
    try {
      read(payload, new SoundnessCheck());
      return true;
    } catch (RdbException damaged) {
      return false;
    }
  }

  @Override
  public void restore(Database database, Key key, Slice payload) {
    read(payload, new KeyBuilder(database, key));
  }

  @Override
  public void dumpLibraries(List<Slice> codes, Reply reply) {
    try (RdbOutput out = new RdbOutput(settings.persistence.rdbcompression.isOn())) {
      for (Slice code : codes) {
        out.unsignedByte(RdbOpcode.FUNCTION);
        out.string(code);
      }
      out.int16(RdbType.VERSION_7_0);
      out.int64(Crc64.update(0, out.bytes(), 0, out.length()));
      reply.bulk(out.slice());
    }
  }

  @Override
  public List<Slice> libraries(Slice payload) {
    long end = payload.offset() + payload.length() - FOOTER_BYTES;
    List<Slice> codes = new ArrayList<>();
    try (RdbInput in = new RdbInput(payload.segment(), payload.offset(), end)) {
      Slice code = new Slice();
      while (in.left() != 0) {
        if (in.unsignedByte() != RdbOpcode.FUNCTION) {
          throw new CommandException("ERR given type is not a function");
        }
        codes.add(Slice.of(in.string(code, 0).toBytes()));
      }
    } catch (RdbException damaged) {
      throw new CommandException("ERR failed loading functions payload");
    }
    return codes;
  }

  private static void read(Slice payload, ValueSink sink) {
    long start = payload.offset();
    long end = start + payload.length() - FOOTER_BYTES;
    try (RdbInput in = new RdbInput(payload.segment(), start, end)) {
      new ValueReader(in, sink).read(in.unsignedByte());
      if (in.left() != 0) {
        throw new RdbException("there is more than a value");
      }
    }
  }
}
