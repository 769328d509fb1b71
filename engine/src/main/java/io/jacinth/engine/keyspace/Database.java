package io.jacinth.engine.keyspace;

import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.EqualScores;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.ScoredMembers;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueHome;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.ZsetTable;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A logical database as commands see it: values by key, with expiry, type checks and effects. It
 * spans all partitions; each key carries its own. Belongs to one worker (whose time and effects it
 * uses) and holds no data itself.
 *
 * <p>Every method that changes something states the change once, to {@link Effects}. The caller
 * holds the locks of the keys' partitions.
 */
public final class Database {
  /** Says that a value is to keep the deadline of what it replaces. */
  public static final long KEEP_DEADLINE = -2;

  private static final int LONGEST_INTEGER = 20;

  /** How much of a partition SCAN visits before it lets others have the lock. */
  private static final int BUCKETS_A_LOCK = 256;

  /** How often RANDOMKEY draws while expired keys stay. */
  private static final int MOST_DRAWS = 100;

  /** How many fields of hashes active expiry removes before it lets others have the lock. */
  private static final int FIELDS_A_STEP = 256;

  private final int index;
  private final Partitions partitions;
  private final Surroundings surroundings;
  private final Moment moment;
  private final Usage usage;
  private final Effects effects;
  private final ExpiryScratch expired = new ExpiryScratch();
  private final FieldExpiry fieldExpiry;

  public Database(int index, Partitions partitions, Surroundings surroundings, Effects effects) {
    this.index = index;
    this.partitions = partitions;
    this.surroundings = surroundings;
    this.moment = surroundings.moment();
    this.effects = effects;
    this.usage = moment.usage();
    this.fieldExpiry = new FieldExpiry(this, moment, effects);
  }

  /** The number that SELECT takes. */
  public int index() {
    return index;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  int usageOfNew() {
    return usage.ofNew();
  }

  // ---------------------------------------------------------------- reading

  /** The live entry of a key, or null: counted as a hit or a miss, and as an access. */
  public @Nullable Entry read(Key key) {
    Entry entry = live(key);
    count(key, entry, false);
    if (entry != null) {
      entry.touch(usage.ofUsed(entry));
    }
    return entry;
  }

  /** The live entry of a key, or null: counted as a hit or a miss, but not as an access. */
  public @Nullable Entry inspect(Key key) {
    Entry entry = live(key);
    count(key, entry, false);
    return entry;
  }

  /** As {@link #inspect}, but where there is no such key, no notification tells of it. */
  public @Nullable Entry inspectQuietly(Key key) {
    Entry entry = live(key);
    count(key, entry, true);
    return entry;
  }

  private void count(Key key, @Nullable Entry entry, boolean isQuiet) {
    if (entry != null) {
      effects.hit();
    } else {
      effects.missed(this, key, isQuiet);
    }
  }

  /**
   * The live entry of a key that is about to change, or null: an access, but neither hit nor miss.
   */
  public @Nullable Entry find(Key key) {
    Entry entry = live(key);
    if (entry != null) {
      key.partition().keyspace(index).preserve(entry);
      entry.touch(usage.ofUsed(entry));
    }
    return entry;
  }

  /** The live entry of a key, or null: neither counted nor an access. */
  public @Nullable Entry peek(Key key) {
    return live(key);
  }

  public boolean exists(Key key) {
    return live(key) != null;
  }

  /** Whether a key holds something that has not expired. Removes nothing, counts nothing. */
  public boolean isLive(Key key) {
    Entry entry = key.partition().keyspace(index).find(key);
    return entry.exists() && isLive(entry);
  }

  private @Nullable Entry live(Key key) {
    assert key.partition().lock().isHeldByCurrentThread() : "partition of " + key + " not locked";
    Keyspace keyspace = key.partition().keyspace(index);
    Entry entry = keyspace.find(key);
    if (!entry.exists()) {
      return null;
    }
    if (!isLive(entry)) {
      if (!effects.keepsExpired()) {
        keyspace.removeExpired(key);
        effects.expired(this, key);
      }
      return null;
    }
    return entry;
  }

  /**
   * The bytes of the string under a key, or null; a read. Valid until the next write to the key's
   * partition or the next call with the same key.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGTYPE where the key holds something else
   */
  public @Nullable Slice string(Key key) {
    Entry entry = read(key);
    return entry == null ? null : bytesOf(key, entry);
  }

  /**
   * The bytes of the string under a key, or null where the key holds nothing or no string; a read.
   */
  public @Nullable Slice stringOrNone(Key key) {
    Entry entry = read(key);
    return entry == null || !entry.isString() ? null : entry.string(key.value);
  }

  /** As {@link #string}, for a command that goes on to change the value. */
  public @Nullable Slice stringToChange(Key key) {
    Entry entry = find(key);
    return entry == null ? null : bytesOf(key, entry);
  }

  /**
   * The integer that the string under a key spells, 0 where there is none; for a command that goes
   * on to change it.
   *
   * @throws io.jacinth.engine.error.CommandException where the key holds something else
   */
  public long integerToChange(Key key) {
    Entry entry = find(key);
    if (entry == null) {
      return 0;
    }
    if (entry.isInteger()) {
      return entry.integer();
    }
    Slice text = bytesOf(key, entry);
    long value = text.integerOr(0);
    if (value == 0 && !text.isInteger()) {
      throw ErrorReply.NOT_AN_INTEGER.exception();
    }
    return value;
  }

  /**
   * Where the collection of a type under a key lies, for a command that only reads it; null where
   * the key holds nothing.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGTYPE where it holds something else
   */
  @Nullable ValueHome read(Key key, ValueType type) {
    return home(key, read(key), type);
  }

  /** As {@link #read(Key, ValueType)}, for a command that goes on to change the collection. */
  @Nullable ValueHome find(Key key, ValueType type) {
    return home(key, find(key), type);
  }

  /**
   * As {@link #find(Key, ValueType)}, for a command that makes a collection where there is none.
   */
  ValueHome findOrNew(Key key, ValueType type) {
    Entry entry = find(key);
    if (entry != null) {
      checkType(entry, type);
    }
    return key.home.open(this);
  }

  /**
   * The stream under a key, or null; a read. Valid until the next call with the same key.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGTYPE where the key holds something else
   */
  public @Nullable StreamValue stream(Key key) {
    return read(key, ValueType.STREAM) == null ? null : key.home.stream();
  }

  /** As {@link #stream}, for a call that has read it before: not counted once more. */
  public @Nullable StreamValue streamAgain(Key key) {
    return home(key, peek(key), ValueType.STREAM) == null ? null : key.home.stream();
  }

  /** As {@link #stream}, a read, for a command that goes on to change what is pending. */
  public @Nullable StreamValue streamToDeliver(Key key) {
    Entry entry = read(key);
    if (entry == null) {
      return null;
    }
    checkType(entry, ValueType.STREAM);
    key.partition().keyspace(index).preserve(entry);
    return key.home.open(this).stream();
  }

  /** As {@link #stream}, for a command that goes on to change the stream. */
  public @Nullable StreamValue streamToChange(Key key) {
    return find(key, ValueType.STREAM) == null ? null : key.home.stream();
  }

  /** As {@link #streamToChange}, for a command that may make a stream where there is none. */
  public StreamValue streamToFill(Key key) {
    findOrNew(key, ValueType.STREAM);
    return key.home.stream();
  }

  /** The hash under a key, null where the key holds nothing; a read. */
  public @Nullable HashValue hash(Key key) {
    return read(key, ValueType.HASH) == null ? null : withoutExpired(key);
  }

  /** As {@link #hash}, for a command that goes on to change it. */
  public @Nullable HashValue hashToChange(Key key) {
    return find(key, ValueType.HASH) == null ? null : withoutExpired(key);
  }

  /** As {@link #hashToChange}; where the key holds nothing, the first field makes the hash. */
  public HashValue hashToFill(Key key) {
    findOrNew(key, ValueType.HASH);
    return fieldExpiry.open(key);
  }

  private @Nullable HashValue withoutExpired(Key key) {
    HashValue hash = fieldExpiry.open(key);
    return key.entry.exists() ? hash : null;
  }

  void fieldExpires(Key key, Slice field) {
    fieldExpiry.expires(key, field);
  }

  /** The set under a key, or null; a read. */
  public @Nullable SetValue set(Key key) {
    return read(key, ValueType.SET) == null ? null : key.home.set();
  }

  /** The set under a key, or null, for a command that goes on to change it. */
  public @Nullable SetValue setToChange(Key key) {
    return find(key, ValueType.SET) == null ? null : key.home.set();
  }

  /** The set under a key, empty where there is none, for a command that adds to it. */
  public SetValue setToFill(Key key) {
    findOrNew(key, ValueType.SET);
    return key.home.set();
  }

  /** The sorted set under a key, null where it holds nothing; a read. */
  public @Nullable ZsetValue zset(Key key) {
    return read(key, ValueType.ZSET) == null ? null : key.home.zset();
  }

  /** As {@link #zset}, for a command that goes on to change it. */
  public @Nullable ZsetValue zsetToChange(Key key) {
    return find(key, ValueType.ZSET) == null ? null : key.home.zset();
  }

  /** As {@link #zsetToChange}; an empty one that may be added to where the key holds nothing. */
  public ZsetValue zsetToFill(Key key) {
    findOrNew(key, ValueType.ZSET);
    return key.home.zset();
  }

  /**
   * The members of the set or sorted set under a key with their scores, null where there is none; a
   * read.
   */
  public @Nullable ScoredMembers scoredMembers(Key key) {
    return scoredMembers(key, read(key));
  }

  /** As {@link #scoredMembers(Key)}, for a command that has read the key: counted no more. */
  public @Nullable ScoredMembers scoredMembersAgain(Key key) {
    return scoredMembers(key, find(key));
  }

  private @Nullable ScoredMembers scoredMembers(Key key, @Nullable Entry entry) {
    if (entry == null) {
      return null;
    }
    if (entry.type() == ValueType.SET) {
      return new EqualScores(key.home.open(this).set());
    }
    checkType(entry, ValueType.ZSET);
    return key.home.open(this).zset();
  }

  /**
   * An empty set for a result, in the memory of a key's partition; whoever asks for it frees it.
   */
  public ZsetTable newZsetTable(Key key) {
    KeyHome home = key.home.open(this);
    return new ZsetTable(home.slabs(), home.hasher());
  }

  private @Nullable ValueHome home(Key key, @Nullable Entry entry, ValueType type) {
    if (entry == null) {
      return null;
    }
    checkType(entry, type);
    return key.home.open(this);
  }

  private static void checkType(Entry entry, ValueType type) {
    if (entry.type() != type) {
      throw ErrorReply.WRONG_TYPE.exception();
    }
  }

  /**
   * The list under a key, or null; a read.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGTYPE where the key holds something else
   */
  public @Nullable ListValue list(Key key) {
    return read(key, ValueType.LIST) == null ? null : key.home.list();
  }

  /** As {@link #list}, for a command that goes on to change the list. */
  public @Nullable ListValue listToChange(Key key) {
    return find(key, ValueType.LIST) == null ? null : key.home.list();
  }

  /** As {@link #listToChange}, for a command that makes a list where there is none. */
  public ListValue listToFill(Key key) {
    findOrNew(key, ValueType.LIST);
    return key.home.list();
  }

  /** The name of an entry's form in OBJECT ENCODING's reply. */
  public String encodingName(Key key, Entry entry) {
    return switch (entry.encoding()) {
      case STRUCTURE ->
          key.partition().keyspace(index).structures().get(entry.structure()).encodingName();
      case LISTPACK_WIDE -> entry.type() == ValueType.ZSET ? "skiplist" : "hashtable";
      case INT, EMBSTR, RAW, LARGE, LISTPACK, LISTPACK_EX, INTSET -> entry.encoding().wireName();
    };
  }

  /** The bytes of memory that a live entry takes, with its value and its place in the table. */
  public long memoryBytes(Key key, Entry entry) {
    return key.partition().keyspace(index).memoryBytes(entry);
  }

  private static Slice bytesOf(Key key, Entry entry) {
    if (!entry.isString()) {
      throw ErrorReply.WRONG_TYPE.exception();
    }
    return entry.string(key.value);
  }

  /** Seconds since the entry was last used; only meaningful unless {@link #countsUses()}. */
  public long idleSeconds(Entry entry) {
    return usage.idleSeconds(entry);
  }

  /**
   * How often the entry has been used of late, on a logarithmic scale up to 255; only meaningful
   * where {@link #countsUses()}.
   */
  public int frequency(Entry entry) {
    return usage.frequency(entry);
  }

  /** Whether entries keep how often they are used instead of when. */
  public boolean countsUses() {
    return usage.isCounting();
  }

  // ---------------------------------------------------------------- writing strings

  /**
   * Stores a string. One that spells an integer is kept as an integer.
   *
   * @param deadlineMillis milliseconds since 1970, {@link Entry#NO_DEADLINE} or {@link
   *     #KEEP_DEADLINE}
   */
  public void setString(Key key, Slice value, long deadlineMillis, KeyEvent event) {
    Keyspace keyspace = writable(key);
    long deadline = resolve(keyspace, key, deadlineMillis);
    int length = value.length();
    if (length <= LONGEST_INTEGER) {
      long number = value.integerOr(Long.MIN_VALUE);
      if (number != Long.MIN_VALUE || value.isInteger()) {
        keyspace.putInteger(key, number, deadline, usage.ofReplacement(key.entry));
        stored(key, event, deadlineMillis);
        return;
      }
    }
    keyspace.putString(key, value, encodingOf(length), deadline, usage.ofReplacement(key.entry));
    stored(key, event, deadlineMillis);
  }

  private void stored(Key key, KeyEvent event, long deadlineMillis) {
    effects.changed(this, key, event, 1);
    if (deadlineMillis > 0) {
      effects.changed(this, key, KeyEvent.EXPIRE, 0);
    }
  }

  /** Stores a string that is not to be kept as an integer, keeping the deadline. */
  public void setText(Key key, Slice value, KeyEvent event) {
    Keyspace keyspace = writable(key);
    long deadline = resolve(keyspace, key, KEEP_DEADLINE);
    keyspace.putString(
        key, value, encodingOf(value.length()), deadline, usage.ofReplacement(key.entry));
    effects.changed(this, key, event, 1);
  }

  private static Encoding encodingOf(int length) {
    return length <= Entry.MAX_EMBSTR
        ? Encoding.EMBSTR
        : length <= Entry.MAX_INLINE ? Encoding.RAW : Encoding.LARGE;
  }

  /** Stores an integer, keeping the deadline. */
  public void setInteger(Key key, long value, KeyEvent event) {
    Keyspace keyspace = writable(key);
    Entry entry = key.entry;
    if (entry.exists() && entry.isInteger()) {
      entry.integer(value);
    } else {
      long deadline = resolve(keyspace, key, KEEP_DEADLINE);
      keyspace.putInteger(key, value, deadline, usage.ofReplacement(entry));
    }
    effects.changed(this, key, event, 1);
  }

  /**
   * Adds bytes at the end of the string under a key, creating it if it is absent. The type and the
   * sum of the lengths must have been checked.
   */
  public void append(Key key, Slice suffix, KeyEvent event) {
    Keyspace keyspace = writable(key);
    int oldLength = key.entry.exists() ? key.entry.stringLength() : 0;
    int length = oldLength + suffix.length();
    Slice bytes = keyspace.resizeString(key, length, usage.ofReplacement(key.entry));
    suffix.copyTo(bytes.segment(), bytes.offset() + oldLength);
    effects.changed(this, key, event, 1);
  }

  /**
   * Makes the string under a key so many bytes long, creating it if it is absent: what fits is
   * kept, what is new is zero. The answer is the string's bytes, for the caller to write into at
   * once. The type must have been checked.
   */
  public Slice resizeString(Key key, int length, KeyEvent event) {
    Slice bytes = openString(key, length);
    stringChanged(key, event, 1);
    return bytes;
  }

  /**
   * As {@link #resizeString}, for a caller that says itself, by {@link #stringChanged}, what has
   * become of the string.
   */
  public Slice openString(Key key, int length) {
    Keyspace keyspace = writable(key);
    int oldLength = key.entry.exists() ? key.entry.stringLength() : 0;
    Slice bytes = keyspace.resizeString(key, length, usage.ofReplacement(key.entry));
    if (oldLength < length) {
      bytes.segment().asSlice(bytes.offset() + oldLength, (long) length - oldLength).fill((byte) 0);
    }
    return bytes;
  }

  /**
   * States that the bytes of the string under a key have been changed in place.
   *
   * @param changes how many changes that counts as
   */
  public void stringChanged(Key key, KeyEvent event, long changes) {
    effects.changed(this, key, event, changes);
  }

  /**
   * Puts a string of so many bytes under a key, in place of whatever is there, and without a
   * deadline. The answer is the string's bytes, for the caller to write all of them at once; what
   * fits of a string that was there before is in them still.
   */
  public Slice overwriteString(Key key, int length, KeyEvent event) {
    Keyspace keyspace = writable(key);
    if (key.entry.exists() && !key.entry.isString()) {
      clear(key);
    }
    Slice bytes = keyspace.resizeString(key, length, usage.ofReplacement(key.entry));
    if (key.entry.hasDeadline()) {
      keyspace.setDeadline(key, Entry.NO_DEADLINE);
      key.entry.string(bytes);
    }
    effects.changed(this, key, event, 1);
    return bytes;
  }

  private Keyspace writable(Key key) {
    Entry entry = live(key);
    Keyspace keyspace = key.partition().keyspace(index);
    if (entry != null) {
      keyspace.preserve(entry);
    }
    return keyspace;
  }

  /** Whether what is under a key, if anything, need not be saved before it changes. */
  public boolean isPreserved(Key key) {
    return key.partition().keyspace(index).isSeen(key);
  }

  private static long resolve(Keyspace keyspace, Key key, long deadlineMillis) {
    if (deadlineMillis != KEEP_DEADLINE) {
      return deadlineMillis;
    }
    Entry entry = keyspace.find(key);
    return entry.exists() ? entry.deadlineMillis() : Entry.NO_DEADLINE;
  }

  // ---------------------------------------------------------------- writing collections

  /**
   * States that a command has changed the collection under a key, and removes the key where that
   * has left nothing in it.
   *
   * @param changes how many changes that counts as
   */
  public void changed(Key key, KeyEvent event, long changes) {
    effects.changed(this, key, event, changes);
    KeyHome home = key.home.open(this);
    if (home.exists()
        && key.entry.type() != ValueType.STREAM
        && home.isEmpty(moment.expiryMillis())) {
      key.partition().keyspace(index).remove(key);
      effects.changed(this, key, KeyEvent.DEL, 0);
    }
  }

  /**
   * States that a key has been made anew, of a value and the deadline and use that come with it.
   *
   * @param deadlineMillis since 1970, or {@link Entry#NO_DEADLINE}
   * @param idleSeconds since its last use; negative: it is used now
   * @param frequency how often it was used, on Redis's scale; negative: as a new one
   */
  public void restored(Key key, long deadlineMillis, long idleSeconds, long frequency) {
    Keyspace keyspace = key.partition().keyspace(index);
    Entry entry = keyspace.find(key);
    if (idleSeconds >= 0) {
      entry.touch(usage.ofIdle(idleSeconds));
    } else if (frequency >= 0) {
      entry.touch(usage.ofFrequency((int) frequency));
    }
    keyspace.setDeadline(key, deadlineMillis);
    effects.changed(this, key, KeyEvent.RESTORE, 1);
  }

  /** The structure of a live entry whose encoding is {@link Encoding#STRUCTURE}. */
  public Structure structure(Key key, Entry entry) {
    return key.partition().keyspace(index).structures().get(entry.structure());
  }

  /** The value of a live entry as it is stored. */
  public StoredValue stored(Key key, Entry entry) {
    return new StoredValue(surroundings.limits()).open(key.partition().keyspace(index), entry);
  }

  /** Removes whatever is under a key, for a command that puts something else there at once. */
  public void clear(Key key) {
    if (live(key) != null) {
      key.partition().keyspace(index).remove(key);
      key.isReplaced = true;
    }
  }

  // ---------------------------------------------------------------- keys

  /** Removes a key; false where there is none. */
  public boolean delete(Key key, KeyEvent event) {
    if (live(key) == null) {
      return false;
    }
    key.partition().keyspace(index).remove(key);
    effects.changed(this, key, event, 1);
    return true;
  }

  /**
   * Gives a live key a deadline, in milliseconds since 1970. One that has passed deletes the key.
   */
  public void setDeadline(Key key, long deadlineMillis) {
    if (deadlineMillis <= moment.expiryMillis()) {
      delete(key, KeyEvent.DEL);
      return;
    }
    key.partition().keyspace(index).setDeadline(key, deadlineMillis);
    effects.changed(this, key, KeyEvent.EXPIRE, 1);
  }

  /** Takes the deadline of a key away; false where it has none. */
  public boolean removeDeadline(Key key) {
    Entry entry = live(key);
    if (entry == null || !entry.hasDeadline()) {
      return false;
    }
    key.partition().keyspace(index).setDeadline(key, Entry.NO_DEADLINE);
    effects.changed(this, key, KeyEvent.PERSIST, 1);
    return true;
  }

  /**
   * Copies the value and deadline of a live key to another key, perhaps of another database,
   * replacing what is there.
   */
  public void copy(Key source, Database targetDatabase, Key target, KeyEvent event) {
    Entry from = source.entry;
    Keyspace to = targetDatabase.writable(target);
    Keyspace keyspace = source.partition().keyspace(index);
    to.putCopy(target, from, keyspace.structures(), source.value, usage.ofNew());
    target.isNew = true;
    effects.changed(targetDatabase, target, event, 1);
  }

  /** Moves the value and deadline of a live key to another key, perhaps of another database. */
  public void move(
      Key source, Database targetDatabase, Key target, KeyEvent sourceEvent, KeyEvent targetEvent) {
    Entry from = source.entry;
    Keyspace to = targetDatabase.writable(target);
    Keyspace keyspace = source.partition().keyspace(index);
    if (from.ownsMemory() && source.partition() == target.partition()) {
      to.adopt(target, from);
      keyspace.removeAdopted(source);
    } else {
      to.putCopy(target, from, keyspace.structures(), source.value, from.usage());
      keyspace.remove(source);
    }
    effects.changed(targetDatabase, target, KeyEvent.NEW, 0);
    target.isNew = false;
    effects.changed(this, source, sourceEvent, 1);
    effects.changed(targetDatabase, target, targetEvent, 1);
  }

  /**
   * Removes the entry of a reference, which must exist, to make room. One that has expired is said
   * to have done so. The caller holds the partition's lock.
   */
  void evict(Partition partition, long ref) {
    Keyspace keyspace = partition.keyspace(index);
    expired.begin(keyspace, moment.expiryMillis());
    expired.collect(ref);
    Key key = expired.key(0, partitions);
    if (live(key) != null) {
      keyspace.remove(key);
      effects.changed(this, key, KeyEvent.EVICTED, 0);
    }
  }

  // ---------------------------------------------------------------- everything

  /** Number of keys, those expired but not yet removed included. */
  public long size() {
    return partitions.size(index);
  }

  /**
   * Removes all keys. The caller holds every lock.
   *
   * @param isLazy whether what they occupied may be freed later, a little at a time
   */
  public void flush(boolean isLazy) {
    long count = 0;
    for (int i = 0; i < partitions.count(); i++) {
      count += partitions.get(i).flush(index, isLazy);
    }
    effects.flushed(this, count);
  }

  /**
   * Removes all keys of every database, and gives their memory back. The caller holds every lock.
   */
  public void flushAll() {
    long count = 0;
    for (int i = 0; i < partitions.count(); i++) {
      count += partitions.get(i).flushAll();
    }
    effects.flushedAll(count);
  }

  /** Exchanges all keys with another database. The caller holds every lock. */
  public void swap(Database other) {
    for (int i = 0; i < partitions.count(); i++) {
      partitions.get(i).swap(index, other.index);
    }
    effects.swapped(this, other);
  }

  /** Sees entries one by one; must not change anything. */
  public interface Visitor {
    void visit(Entry entry);
  }

  /** Visits every live entry. The caller holds every lock. */
  public void forEach(Visitor visitor) {
    Entry view = new Entry();
    for (int i = 0; i < partitions.count(); i++) {
      Keyspace keyspace = partitions.get(i).keyspaceOrNull(index);
      if (keyspace != null) {
        SlabAllocator slabs = keyspace.slabs();
        keyspace
            .entries()
            .forEach(
                ref -> {
                  if (isLive(view.position(slabs, ref))) {
                    visitor.visit(view);
                  }
                });
      }
    }
  }

  private boolean isLive(Entry entry) {
    return !entry.hasDeadline() || entry.deadlineMillis() > moment.expiryMillis();
  }

  /**
   * Visits live entries from a cursor on, bucket by bucket, until {@code count} or more entries
   * were looked at, or ten times as many buckets; answers the cursor to go on from, 0 at the end.
   * An entry that is there from the first call to the last is visited at least once. Removes the
   * expired entries that it meets. Takes one partition's lock at a time, unless the caller says
   * that it holds them all.
   *
   * <p>A cursor is a place in a partition's index and, in its lowest bits, the partition's number.
   */
  public long scan(long cursor, long count, boolean holdsAll, Visitor visitor) {
    int bits = Integer.numberOfTrailingZeros(partitions.count());
    int number = (int) (cursor & partitions.count() - 1);
    long inner = cursor >>> bits;
    Scan scan = new Scan(visitor, count);
    while (!scan.isDone()) {
      Partition partition = partitions.get(number);
      if (!holdsAll) {
        partition.lock().lock();
      }
      try {
        inner = scanPartition(partition, inner, scan);
      } finally {
        if (!holdsAll) {
          partition.lock().unlock();
        }
      }
      if (inner == 0 && ++number == partitions.count()) {
        return 0;
      }
    }
    return inner << bits | number;
  }

  /** Goes on in one partition, not for long; answers where to go on, 0 at its end. */
  private long scanPartition(Partition partition, long inner, Scan scan) {
    Keyspace keyspace = partition.keyspaceOrNull(index);
    if (keyspace == null || keyspace.size() == 0) {
      return 0;
    }
    scan.begin(keyspace);
    long cursor = inner;
    for (int buckets = 0; buckets < BUCKETS_A_LOCK; buckets++) {
      cursor = keyspace.entries().scan(cursor, scan);
      scan.buckets++;
      if (cursor == 0 || scan.isDone()) {
        break;
      }
    }
    removeExpired(keyspace);
    return cursor;
  }

  /** What one call of SCAN has seen so far. */
  private final class Scan implements LongConsumer {
    private final Entry view = new Entry();
    private final Visitor visitor;
    private final long count;
    private final long mostBuckets;
    private long seen;
    private long buckets;
    private SlabAllocator slabs;

    @SuppressWarnings("NullAway") // begin() sets the slabs before anything is visited
    Scan(Visitor visitor, long count) {
      this.visitor = visitor;
      this.count = count;
      this.mostBuckets = count > Long.MAX_VALUE / 10 ? Long.MAX_VALUE : count * 10;
    }

    void begin(Keyspace keyspace) {
      slabs = keyspace.slabs();
      expired.begin(keyspace, moment.expiryMillis());
    }

    boolean isDone() {
      return seen >= count || buckets >= mostBuckets;
    }

    @Override
    public void accept(long ref) {
      seen++;
      Entry entry = view.position(slabs, ref);
      if (isLive(entry)) {
        visitor.visit(entry);
      } else {
        expired.accept(ref);
      }
    }
  }

  /**
   * A live entry chosen at random, near uniformly, or null. Removes the expired entries that it
   * meets; where they are to stay, it answers one rather than search for ever. The caller holds
   * every lock.
   */
  public @Nullable Entry random(RandomGenerator random) {
    Entry view = new Entry();
    for (int tries = 1; true; tries++) {
      Keyspace keyspace = randomKeyspace(random);
      if (keyspace == null) {
        return null;
      }
      long ref = keyspace.entries().random(random.nextLong());
      if (isLive(view.position(keyspace.slabs(), ref))
          || (tries >= MOST_DRAWS && effects.keepsExpired())) {
        return view;
      }
      expired.begin(keyspace, moment.expiryMillis());
      expired.accept(ref);
      removeExpired(keyspace);
    }
  }

  private @Nullable Keyspace randomKeyspace(RandomGenerator random) {
    long total = size();
    if (total == 0) {
      return null;
    }
    long chosen = random.nextLong(total);
    int number = 0;
    while (chosen >= partitions.get(number).size(index)) {
      chosen -= partitions.get(number).size(index);
      number++;
    }
    return partitions.get(number).keyspaceOrNull(index);
  }

  /**
   * Removes expired keys of one partition, looking at no more than {@code buckets} buckets of its
   * deadline index, in turn from call to call. The caller holds the partition's lock.
   *
   * @return keys looked at in the upper 32 bits, keys removed in the lower
   */
  public long expireSome(Partition partition, int buckets) {
    Keyspace keyspace = partition.keyspaceOrNull(index);
    if (keyspace == null || keyspace.deadlineCount() == 0) {
      return 0;
    }
    expired.begin(keyspace, moment.expiryMillis());
    for (int i = 0; i < buckets; i++) {
      keyspace.expiryCursor = keyspace.deadlines().scan(keyspace.expiryCursor, expired);
      if (keyspace.expiryCursor == 0) {
        break;
      }
    }
    removeExpired(keyspace);
    keyspace.sawTimesToLive(expired.leftMillis(), expired.seen() - expired.found());
    return (long) expired.seen() << 32 | expired.found();
  }

  /**
   * Removes expired fields of one partition's hashes, looking at no more than {@code buckets}
   * buckets of their index, in turn from call to call. The caller holds the partition's lock.
   *
   * @return hashes looked at in the upper 32 bits, those that lost fields in the lower
   */
  public long expireSomeFields(Partition partition, int buckets) {
    Keyspace keyspace = partition.keyspaceOrNull(index);
    if (keyspace == null || keyspace.expiring().size() == 0) {
      return 0;
    }
    expired.begin(keyspace, moment.expiryMillis());
    LongConsumer collector = expired::collect;
    for (int i = 0; i < buckets; i++) {
      keyspace.elementCursor = keyspace.expiring().scan(keyspace.elementCursor, collector);
      if (keyspace.elementCursor == 0) {
        break;
      }
    }
    long changed = 0;
    long removed = 0;
    int looked = 0;
    while (looked < expired.found() && removed < FIELDS_A_STEP) {
      Key key = expired.key(looked++, partitions);
      if (live(key) != null) {
        key.home.open(this);
        long here = fieldExpiry.sweep(key, FIELDS_A_STEP);
        removed += here;
        changed += here > 0 ? 1 : 0;
      }
    }
    return (long) looked << 32 | changed;
  }

  private void removeExpired(Keyspace keyspace) {
    if (effects.keepsExpired()) {
      return;
    }
    for (int i = 0; i < expired.found(); i++) {
      Key key = expired.key(i, partitions);
      if (keyspace.find(key).exists()) {
        keyspace.removeExpired(key);
        effects.expired(this, key);
      }
    }
  }
}
