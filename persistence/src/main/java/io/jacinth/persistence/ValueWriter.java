package io.jacinth.persistence;

import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.StoredValue;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.memory.Listpack;
import io.jacinth.persistence.rdb.RdbOutput;
import io.jacinth.persistence.rdb.RdbType;
import io.jacinth.persistence.rdb.ValueSink;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Writes values, each behind its type byte and, in a file, its key: packed ones as they lie in
 * memory, wherever the format has the same form. Owned by one thread.
 */
final class ValueWriter {
  static final int PACKED_NODE = 2;

  private final RdbOutput out;
  private final Slice view = new Slice();
  private final Element element = new Element();
  private final Listpack list = new Listpack();
  private @Nullable Slice key;
  private int version = RdbType.VERSION_7_0;

  ValueWriter(RdbOutput out) {
    this.out = out;
  }

  /** The oldest version of the format that has all forms written so far. */
  int version() {
    return version;
  }

  /** Writes the type's byte, the key and the value: a record of a file. */
  void write(Slice newKey, StoredValue value) {
    key = newKey;
    write(value);
    key = null;
  }

  private void type(int type) {
    out.unsignedByte(type);
    if (key != null) {
      out.string(key);
    }
  }

  /** Writes the type's byte and the value. */
  void write(StoredValue value) {
    Entry entry = value.entry();
    switch (entry.encoding()) {
      case INT -> {
        type(RdbType.STRING);
        out.number(entry.string(view).integerOr(0));
      }
      case EMBSTR, RAW, LARGE -> {
        type(RdbType.STRING);
        out.string(entry.string(view));
      }
      case INTSET -> {
        type(RdbType.SET_INTSET);
        out.string(entry.packed(view));
      }
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX -> packed(entry);
      case STRUCTURE -> structure(value);
    }
  }

  /**
   * Writes the type's byte, the key and the number of elements, or nodes, of a large collection.
   *
   * @return what the deadlines of a hash's fields are counted from, {@link HashValue#NO_DEADLINE}
   *     where they have none
   */
  long writeHead(Slice newKey, StoredValue value) {
    key = newKey;
    long earliest = HashValue.NO_DEADLINE;
    switch (value.entry().type()) {
      case HASH -> {
        earliest = value.hash().earliestDeadline();
        hashHead(value.hash(), earliest);
      }
      case SET -> {
        type(RdbType.SET);
        out.length(value.set().size());
      }
      case ZSET -> {
        type(RdbType.ZSET_2);
        out.length(value.zset().size());
      }
      case LIST -> {
        type(RdbType.LIST_QUICKLIST_2);
        out.length(value.list().nodes());
      }
      case STREAM -> {
        type(RdbType.STREAM_LISTPACKS_2);
        out.length(value.stream().nodeCount());
      }
      case STRING -> throw new IllegalStateException("not written by element");
    }
    key = null;
    return earliest;
  }

  private void structure(StoredValue value) {
    switch (value.entry().type()) {
      case HASH -> {
        fields(value.hash());
      }
      case LIST -> nodes(value.list());
      case SET -> members(value.set());
      case ZSET -> scores(value.zset());
      case STREAM -> {
        type(RdbType.STREAM_LISTPACKS_2);
        new StreamWriter(out).write(value.stream());
      }
      case STRING -> throw new IllegalStateException("a string is no structure");
    }
  }

  private void hashHead(HashValue hash, long earliest) {
    if (earliest == HashValue.NO_DEADLINE) {
      type(RdbType.HASH);
    } else {
      version = RdbType.NEWEST_VERSION;
      type(RdbType.HASH_METADATA);
      out.int64(earliest);
    }
    out.length(hash.size());
  }

  /** A deadline is written as the milliseconds since the earliest, and one; none as 0. */
  static long untilDeadline(long deadlineMillis, long earliestMillis) {
    return deadlineMillis == HashValue.NO_DEADLINE ? 0 : deadlineMillis - earliestMillis + 1;
  }

  private void fields(HashValue hash) {
    long earliest = hash.earliestDeadline();
    hashHead(hash, earliest);
    hash.forEach(
        (field, value) -> {
          if (earliest != HashValue.NO_DEADLINE) {
            out.length(untilDeadline(hash.deadline(field.bytes()), earliest));
          }
          out.string(field.bytes());
          out.string(value.bytes());
        });
  }

  private void nodes(ListValue elements) {
    type(RdbType.LIST_QUICKLIST_2);
    out.length(elements.nodes());
    for (int i = 0; i < elements.nodes(); i++) {
      Listpack node = elements.node(i);
      out.length(PACKED_NODE);
      out.string(view.set(node.segment(), node.offset(), node.bytes()));
    }
  }

  private void members(SetValue set) {
    type(RdbType.SET);
    out.length(set.size());
    set.rewind();
    while (set.next()) {
      out.string(set.member().bytes());
    }
  }

  /** The highest score first, as Redis does: so that it inserts each at the front. */
  private void scores(ZsetValue set) {
    type(RdbType.ZSET_2);
    out.length(set.size());
    for (boolean isThere = set.at(set.size() - 1); isThere; isThere = set.previous()) {
      double score = set.score();
      out.string(set.member().bytes());
      out.binaryDouble(score);
    }
  }

  private void packed(Entry entry) {
    Slice blob = entry.packed(view);
    switch (entry.type()) {
      case HASH -> hash(blob, entry.encoding());
      case ZSET -> {
        type(RdbType.ZSET_LISTPACK);
        out.string(blob);
      }
      case LIST -> {
        type(RdbType.LIST_QUICKLIST_2);
        out.length(1);
        out.length(PACKED_NODE);
        out.string(blob);
      }
      case SET -> members(blob);
      case STRING, STREAM -> throw new IllegalStateException("never packed: " + entry.type());
    }
  }

  private void hash(Slice blob, Encoding encoding) {
    if (encoding == Encoding.LISTPACK_EX) {
      version = RdbType.NEWEST_VERSION;
      type(RdbType.HASH_LISTPACK_EX);
      out.int64(firstDeadline(blob));
    } else {
      type(RdbType.HASH_LISTPACK);
    }
    out.string(blob);
  }

  /** The earliest deadline of a packed list of fields, values and deadlines. */
  private long firstDeadline(Slice blob) {
    long earliest = Long.MAX_VALUE;
    list.set(blob.segment(), blob.offset());
    for (int at = list.at(2); at != 0; at = list.skip(at, 3)) {
      long deadline = list.integer(at);
      if (deadline != ValueSink.NO_DEADLINE) {
        earliest = Math.min(earliest, deadline);
      }
    }
    return earliest;
  }

  /** A packed set has no form of its own before version 11. */
  private void members(Slice blob) {
    list.set(blob.segment(), blob.offset());
    type(RdbType.SET);
    out.length(list.count());
    for (int position = list.first(); position != 0; position = list.next(position)) {
      element.set(list, position);
      if (element.isInteger()) {
        out.number(element.integer());
      } else {
        out.string(element.bytes());
      }
    }
  }
}
