package io.jacinth.persistence.rdb;

import static io.jacinth.persistence.rdb.ValueSink.NO_DEADLINE;

import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.Intset;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;

/**
 * Reads one value of any type and age, and tells a sink. Whatever the bytes are, it answers or
 * throws {@link RdbException}; it does not trust them. Owned by one thread.
 */
public final class ValueReader {
  /** A node of a quicklist that is one long element. */
  private static final int PLAIN = 1;

  private static final int PACKED = 2;

  private final RdbInput in;
  private final ValueSink sink;
  private final Slice first = new Slice();
  private final Slice second = new Slice();
  private final Element element = new Element();
  private final Element other = new Element();

  public ValueReader(RdbInput in, ValueSink sink) {
    this.in = in;
    this.sink = sink;
  }

  /** Reads a value whose type byte has been read. */
  public void read(int type) {
    switch (type) {
      case RdbType.STRING -> sink.string(in.string(first, 0));
      case RdbType.LIST -> elements(ValueType.LIST);
      case RdbType.SET -> elements(ValueType.SET);
      case RdbType.ZSET, RdbType.ZSET_2 -> scored(type == RdbType.ZSET_2);
      case RdbType.HASH -> fields();
      case RdbType.HASH_ZIPMAP -> packedFields(new Zipmap(in.string(first, 0)));
      case RdbType.HASH_ZIPLIST -> packedFields(new Ziplist(in.string(first, 0)));
      case RdbType.HASH_LISTPACK -> packedFields(new PackedReader(in.string(first, 0)));
      case RdbType.LIST_ZIPLIST -> packedElements(ValueType.LIST, new Ziplist(in.string(first, 0)));
      case RdbType.SET_LISTPACK ->
          packedElements(ValueType.SET, new PackedReader(in.string(first, 0)));
      case RdbType.ZSET_ZIPLIST -> packedScored(new Ziplist(in.string(first, 0)));
      case RdbType.ZSET_LISTPACK -> packedScored(new PackedReader(in.string(first, 0)));
      case RdbType.SET_INTSET -> integers(in.string(first, 0));
      case RdbType.LIST_QUICKLIST -> ziplists();
      case RdbType.LIST_QUICKLIST_2 -> nodes();
      case RdbType.HASH_METADATA -> expiringFields(in.int64() - 1);
      case RdbType.HASH_METADATA_EARLY -> expiringFields(0);
      case RdbType.HASH_LISTPACK_EX -> {
        in.int64();
        packedExpiringFields();
      }
      case RdbType.HASH_LISTPACK_EX_EARLY -> packedExpiringFields();
      case RdbType.STREAM_LISTPACKS, RdbType.STREAM_LISTPACKS_2, RdbType.STREAM_LISTPACKS_3 ->
          new StreamReader(in, sink).read(type);
      default -> throw new RdbException("values of type " + type + " are not known");
    }
  }

  private long someOf(long count) {
    if (count == 0) {
      throw new EmptyValueException();
    }
    return count;
  }

  private void elements(ValueType type) {
    long count = someOf(in.count());
    sink.begin(type, count);
    for (long i = 0; i < count; i++) {
      sink.element(in.string(first, 0));
    }
    sink.end();
  }

  private void packedElements(ValueType type, ElementReader list) {
    sink.begin(type, 0);
    someOf(addAll(list));
    sink.end();
  }

  private long addAll(ElementReader list) {
    long count = 0;
    while (list.next(element)) {
      sink.element(element.bytes());
      count++;
    }
    return count;
  }

  private void ziplists() {
    long lists = someOf(in.count());
    sink.begin(ValueType.LIST, lists);
    long count = 0;
    for (long i = 0; i < lists; i++) {
      count += addAll(new Ziplist(in.string(first, 0)));
    }
    someOf(count);
    sink.end();
  }

  private void nodes() {
    long nodes = someOf(in.count());
    sink.begin(ValueType.LIST, nodes);
    long count = 0;
    for (long i = 0; i < nodes; i++) {
      long container = in.length();
      if (container == PLAIN) {
        sink.element(in.string(first, 0));
        count++;
      } else if (container == PACKED) {
        count += addAll(new PackedReader(in.string(first, 0)));
      } else {
        throw new RdbException("a list's node is of an unknown kind, " + container);
      }
    }
    someOf(count);
    sink.end();
  }

  private void integers(Slice blob) {
    MemorySegment segment = blob.segment();
    long offset = blob.offset();
    if (blob.length() < Intset.HEADER_BYTES) {
      throw new RdbException("a set of integers is broken");
    }
    int width = Intset.width(segment, offset);
    long count = Intset.count(segment, offset) & 0xFFFFFFFFL;
    if ((width != 2 && width != 4 && width != 8)
        || Intset.HEADER_BYTES + count * width != blob.length()) {
      throw new RdbException("a set of integers is broken");
    }
    sink.begin(ValueType.SET, someOf(count));
    long previous = 0;
    for (int i = 0; i < count; i++) {
      long value = Intset.get(segment, offset, width, i);
      if (i > 0 && value <= previous) {
        throw new RdbException("a set of integers is not in order");
      }
      sink.element(element.set(value).bytes());
      previous = value;
    }
    sink.end();
  }

  private void fields() {
    long count = someOf(in.count());
    sink.begin(ValueType.HASH, count);
    for (long i = 0; i < count; i++) {
      Slice field = in.string(first, 0);
      sink.field(field, in.string(second, 1), NO_DEADLINE);
    }
    sink.end();
  }

  private void packedFields(ElementReader list) {
    sink.begin(ValueType.HASH, 0);
    long count = 0;
    while (list.next(element)) {
      requirePair(list.next(other));
      sink.field(element.bytes(), other.bytes(), NO_DEADLINE);
      count++;
    }
    someOf(count);
    sink.end();
  }

  private static void requirePair(boolean hasSecond) {
    if (!hasSecond) {
      throw new RdbException("a packed collection has half a pair");
    }
  }

  /** Deadlines are counted from a base on. */
  private void expiringFields(long base) {
    long count = someOf(in.count());
    sink.begin(ValueType.HASH, count);
    for (long i = 0; i < count; i++) {
      long after = in.length();
      Slice field = in.string(first, 0);
      sink.field(field, in.string(second, 1), after == 0 ? NO_DEADLINE : base + after);
    }
    sink.end();
  }

  private void packedExpiringFields() {
    ElementReader list = new PackedReader(in.string(first, 0));
    Element deadline = new Element();
    sink.begin(ValueType.HASH, 0);
    long count = 0;
    while (list.next(element)) {
      requirePair(list.next(other) && list.next(deadline) && deadline.isInteger());
      sink.field(element.bytes(), other.bytes(), deadline.integer());
      count++;
    }
    someOf(count);
    sink.end();
  }

  private void scored(boolean isBinary) {
    long count = someOf(in.count());
    sink.begin(ValueType.ZSET, count);
    for (long i = 0; i < count; i++) {
      Slice member = in.string(first, 0);
      score(member, isBinary ? in.binaryDouble() : in.textDouble());
    }
    sink.end();
  }

  private void packedScored(ElementReader list) {
    sink.begin(ValueType.ZSET, 0);
    long count = 0;
    while (list.next(element)) {
      requirePair(list.next(other));
      score(element.bytes(), other.isInteger() ? other.integer() : number(other.bytes()));
      count++;
    }
    someOf(count);
    sink.end();
  }

  private void score(Slice member, double score) {
    if (Double.isNaN(score)) {
      throw new RdbException("a score is not a number");
    }
    sink.scored(member, score);
  }

  private static double number(Slice text) {
    String spelled = text.toString();
    switch (spelled) {
      case "inf":
        return Double.POSITIVE_INFINITY;
      case "-inf":
        return Double.NEGATIVE_INFINITY;
      default:
        try {
          return Double.parseDouble(spelled);
        } catch (NumberFormatException e) {
          throw new RdbException("a score is no number: " + spelled);
        }
    }
  }
}
