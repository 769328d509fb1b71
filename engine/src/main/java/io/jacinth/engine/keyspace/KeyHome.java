package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;
import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.Intset;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The entry of one key, as the collection in it sees it. Each {@link Key} has one, opened on the
 * database that it is used with; it is reused with the key.
 */
final class KeyHome extends EntryHome {
  private final Key key;
  private Database database;
  private Keyspace keyspace;
  private @Nullable StreamValue stream;
  private @Nullable HashValue hash;
  private @Nullable SetValue set;
  private @Nullable ZsetValue zset;
  private @Nullable ListValue list;

  @SuppressWarnings("NullAway") // open() comes before everything else
  KeyHome(Key key) {
    this.key = key;
  }

  KeyHome open(Database newDatabase) {
    database = newDatabase;
    keyspace = key.partition().keyspace(newDatabase.index());
    return this;
  }

  /** The stream under the key, as it now is. */
  StreamValue stream() {
    StreamValue view = stream;
    if (view == null) {
      view = new StreamValue(this);
      stream = view;
    }
    return view.open();
  }

  /** The hash that lies here, as it is now. */
  HashValue hash() {
    HashValue view = hash;
    if (view == null) {
      view = new HashValue(this);
      hash = view;
    }
    return view.open();
  }

  /** The set under the key. */
  SetValue set() {
    if (set == null) {
      set = new SetValue(this);
    }
    return set.open();
  }

  /** The sorted set that the key holds, or is to hold. */
  ZsetValue zset() {
    if (zset == null) {
      zset = new ZsetValue(this);
    }
    return zset.open();
  }

  /** The list in the entry; valid where there is one, or nothing. */
  ListValue list() {
    if (list == null) {
      list = new ListValue(this);
    }
    return list;
  }

  @Override
  Entry entry() {
    return keyspace.find(key);
  }

  @Override
  Keyspace keyspace() {
    return keyspace;
  }

  /** Whether the collection has no element left but those whose deadlines have passed. */
  boolean isEmpty(long nowMillis) {
    Entry entry = entry();
    return switch (entry.encoding()) {
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX ->
          Listpack.bytes(entry.segment(), entry.valueOffset()) == Listpack.EMPTY_BYTES;
      case INTSET -> Intset.count(entry.segment(), entry.valueOffset()) == 0;
      case STRUCTURE -> structure().isEmpty(nowMillis);
      case INT, EMBSTR, RAW, LARGE -> false;
    };
  }

  @Override
  public void create(ValueType type, Encoding encoding, int bytes) {
    keyspace.createValue(key, type, encoding, bytes, database.usageOfNew());
  }

  @Override
  public void become(ValueType type, Structure structure) {
    keyspace.becomeStructure(key, type, structure, database.usageOfNew());
  }

  @Override
  public void becomePacked(ValueType type, Encoding encoding, int bytes) {
    keyspace.becomePacked(key, type, encoding, bytes);
  }

  @Override
  public void resize(int bytes) {
    keyspace.resizeValue(key, bytes);
  }

  @Override
  public void encode(Encoding encoding) {
    keyspace.encode(key, encoding);
  }

  @Override
  public void expireElements() {
    keyspace.expireElements(key);
  }

  @Override
  public void fieldExpires(Slice field) {
    database.fieldExpires(key, field);
  }

  @Override
  public RandomGenerator random() {
    return database.surroundings().random();
  }

  @Override
  public EncodingSettings limits() {
    return database.surroundings().limits();
  }

  @Override
  public long nowMillis() {
    return database.surroundings().moment().millis();
  }
}
