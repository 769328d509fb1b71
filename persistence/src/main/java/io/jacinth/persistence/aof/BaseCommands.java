package io.jacinth.persistence.aof;

import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.stream.EntryFields;
import io.jacinth.persistence.rdb.EmptyValueException;
import io.jacinth.persistence.rdb.RdbFileReader;
import io.jacinth.persistence.rdb.RdbFileSink;
import io.jacinth.persistence.rdb.RdbInput;
import io.jacinth.persistence.rdb.ValueReader;
import io.jacinth.persistence.rdb.ValueSink;
import io.jacinth.protocol.Slice;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns a snapshot into the commands that make its data: the base of a log with {@code
 * aof-use-rdb-preamble no}. Owned by one thread.
 */
final class BaseCommands implements RdbFileSink, ValueSink {
  /** A command adds so many elements at most, as in Redis. */
  private static final int ELEMENTS = 64;

  private static final int BUFFER_BYTES = 1 << 20;
  private static final byte[] LINE_END = {'\r', '\n'};

  private record Id(long millis, long sequence) {
    @Override
    public String toString() {
      return Long.toUnsignedString(millis) + '-' + Long.toUnsignedString(sequence);
    }
  }

  private record Delivery(long millis, long count) {}

  private final OutputStream out;
  private final ValueReader values;
  private byte[] key = {};

  /** The command that is being gathered. */
  private final List<byte[]> words = new ArrayList<>();

  private int elements;
  private String adding = "";
  private byte[] group = {};
  private byte[] consumer = {};
  private final Map<Id, Delivery> pending = new HashMap<>();

  private BaseCommands(OutputStream out, RdbInput in) {
    this.out = out;
    this.values = new ValueReader(in, this);
  }

  /**
   * Writes what a snapshot holds to another file, which is on the disk then.
   *
   * @param stampSeconds a time that the file begins with as a note; negative: none
   */
  static void convert(Path snapshot, Path target, long stampSeconds) throws IOException {
    try (FileChannel source = FileChannel.open(snapshot, StandardOpenOption.READ);
        RdbInput in = new RdbInput(source, source.size());
        FileChannel written =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(written), BUFFER_BYTES);
      if (stampSeconds >= 0) {
        out.write(bytes("#TS:" + stampSeconds + "\r\n"));
      }
      new RdbFileReader(in, new BaseCommands(out, in)).read();
      out.flush();
      written.force(true);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  // ---------------------------------------------------------------- writing

  private static byte[] bytes(Object word) {
    return switch (word) {
      case byte[] bytes -> bytes;
      case Slice slice -> slice.toBytes();
      default -> word.toString().getBytes(StandardCharsets.ISO_8859_1);
    };
  }

  private void command(Object... newWords) {
    for (Object word : newWords) {
      words.add(bytes(word));
    }
    flush();
  }

  /** Adds an element of so many words to the command that adds such to the key. */
  private void element(Object... newWords) {
    if (words.isEmpty()) {
      words.add(bytes(adding));
      words.add(key);
    }
    for (Object word : newWords) {
      words.add(bytes(word));
    }
    if (++elements == ELEMENTS) {
      flush();
    }
  }

  private void flush() {
    if (words.isEmpty()) {
      return;
    }
    try {
      line('*', words.size());
      for (byte[] word : words) {
        line('$', word.length);
        out.write(word);
        out.write(LINE_END);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    words.clear();
    elements = 0;
  }

  private void line(char kind, int number) throws IOException {
    out.write(kind);
    out.write(bytes(number));
    out.write(LINE_END);
  }

  // ---------------------------------------------------------------- the file

  @Override
  public void version(int version) {}

  @Override
  public void fact(Slice name, Slice value) {}

  @Override
  public void database(long index) {
    command("SELECT", index);
  }

  @Override
  public void sizes(long keys, long deadlines) {}

  @Override
  public void library(Slice code) {
    command("FUNCTION", "LOAD", code);
  }

  @Override
  public void key(KeyFacts facts, RdbInput in) {
    key = facts.key.toBytes();
    try {
      values.read(facts.type);
    } catch (EmptyValueException nothing) {
      return;
    }
    flush();
    if (facts.deadlineMillis != KeyFacts.NONE) {
      command("PEXPIREAT", key, facts.deadlineMillis);
    }
  }

  @Override
  public void end(long stored, long found) {}

  // ---------------------------------------------------------------- values

  @Override
  public void string(Slice bytes) {
    command("SET", key, bytes);
  }

  @Override
  public void begin(ValueType type, long count) {
    adding =
        switch (type) {
          case LIST -> "RPUSH";
          case SET -> "SADD";
          case ZSET -> "ZADD";
          case HASH -> "HSET";
          case STREAM, STRING -> "";
        };
  }

  @Override
  public void element(Slice bytes) {
    element((Object) bytes);
  }

  @Override
  public void field(Slice field, Slice value, long deadlineMillis) {
    element(field, value);
    if (deadlineMillis != NO_DEADLINE) {
      flush();
      command("HPEXPIREAT", key, deadlineMillis, "FIELDS", 1, field);
    }
  }

  @Override
  public void scored(Slice member, double score) {
    element(Double.isInfinite(score) ? score > 0 ? "inf" : "-inf" : Double.toString(score), member);
  }

  @Override
  public void end() {
    flush();
  }

  // ---------------------------------------------------------------- streams

  @Override
  public void entry(long millis, long sequence, EntryFields fields) {
    words.add(bytes("XADD"));
    words.add(key);
    words.add(bytes(new Id(millis, sequence)));
    for (int i = 0; i < fields.count(); i++) {
      words.add(fields.argument(i).toBytes());
    }
    flush();
  }

  /** A stream without entries comes to be by one that is trimmed at once. */
  @Override
  public void stream(StreamFacts facts) {
    Id last = new Id(facts.lastMillis(), facts.lastSequence());
    if (facts.length() == 0) {
      boolean hadNone = last.millis == 0 && last.sequence == 0;
      command("XADD", key, "MAXLEN", 0, hadNone ? new Id(0, 1) : last, "x", "y");
    }
    Id deleted = new Id(facts.deletedMillis(), facts.deletedSequence());
    command("XSETID", key, last, "ENTRIESADDED", facts.entriesAdded(), "MAXDELETEDID", deleted);
  }

  @Override
  public void group(Slice name, long lastMillis, long lastSequence, long entriesRead) {
    pending.clear();
    group = name.toBytes();
    Id last = new Id(lastMillis, lastSequence);
    command("XGROUP", "CREATE", key, group, last, "ENTRIESREAD", entriesRead);
  }

  @Override
  public void pending(long millis, long sequence, long deliveredMillis, long deliveries) {
    pending.put(new Id(millis, sequence), new Delivery(deliveredMillis, deliveries));
  }

  @Override
  public void consumer(Slice name, long seenMillis, long activeMillis) {
    consumer = name.toBytes();
    command("XGROUP", "CREATECONSUMER", key, group, consumer);
  }

  @Override
  public void owned(long millis, long sequence) {
    Id id = new Id(millis, sequence);
    Delivery delivery = pending.get(id);
    if (delivery != null) {
      command(
          "XCLAIM",
          key,
          group,
          consumer,
          0,
          id,
          "TIME",
          delivery.millis,
          "RETRYCOUNT",
          delivery.count,
          "JUSTID",
          "FORCE");
    }
  }
}
