package io.jacinth.engine.keyspace;

import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;

/**
 * One partition's part of one database: an index of all entries, an index of those with a deadline,
 * and the operations that keep both and the blocks in step. It knows nothing of time, effects or
 * clients; {@link Database} adds those. Used under the partition's lock.
 */
final class Keyspace implements HashIndex.Entries<Key> {
  /** A step weighs one part in so many. */
  private static final long TTL_SMOOTHING = 50;

  private final SlabAllocator slabs;
  private final KeyHasher hasher;
  private final HashIndex<Key> entries;
  private final HashIndex<Key> deadlines;
  private final Entry view = new Entry();
  private final Slice keyView = new Slice();

  /**
   * Counts entries that were made, moved or removed: other keys' views of this keyspace are then
   * old.
   */
  private long changes;

  /** The mean time to live of keys with a deadline, smoothed over steps; 0: none seen yet. */
  long averageTtlMillis;

  /** Where the walk for expired keys goes on. */
  long expiryCursor;

  Keyspace(SlabAllocator slabs, KeyHasher hasher) {
    this.slabs = slabs;
    this.hasher = hasher;
    this.entries = new HashIndex<>(slabs, this);
    this.deadlines = new HashIndex<>(slabs, this);
  }

  @Override
  public boolean matches(long ref, Key key) {
    return Entry.hasKey(slabs, ref, key.bytes());
  }

  @Override
  public long hash(long ref) {
    Slice key = view.position(slabs, ref).key(keyView);
    return hasher.hash(key.segment(), key.offset(), key.length());
  }

  long size() {
    return entries.size();
  }

  /** Bytes of both indexes. */
  long tableBytes() {
    return entries.bytes() + deadlines.bytes();
  }

  /** Takes what a step of active expiry saw of keys that live on into their mean time to live. */
  void sawTimesToLive(long sumMillis, int count) {
    if (count > 0) {
      long mean = sumMillis / count;
      averageTtlMillis =
          averageTtlMillis == 0
              ? mean
              : averageTtlMillis - averageTtlMillis / TTL_SMOOTHING + mean / TTL_SMOOTHING;
    }
  }

  long deadlineCount() {
    return deadlines.size();
  }

  HashIndex<Key> entries() {
    return entries;
  }

  HashIndex<Key> deadlines() {
    return deadlines;
  }

  SlabAllocator slabs() {
    return slabs;
  }

  /** Points the key's entry at what is stored under it, if anything. */
  Entry find(Key key) {
    if (key.soughtIn != this || key.soughtAt != changes) {
      key.entry.position(slabs, entries.find(key.hash(), key));
      key.soughtIn = this;
      key.soughtAt = changes;
    }
    return key.entry;
  }

  /** Stores a string under the key, in place of whatever is there. */
  void putString(Key key, Slice value, Encoding encoding, long deadline, int usage) {
    int length = value.length();
    if (encoding == Encoding.LARGE) {
      long block = slabs.allocate(length);
      value.copyTo(slabs.segment(block), SlabAllocator.offset(block));
      place(key, ValueType.STRING, Encoding.LARGE, 16, deadline, usage).large(block, length);
      return;
    }
    Entry entry =
        place(key, ValueType.STRING, encoding, Entry.stringBytes(length), deadline, usage);
    value.copyTo(entry.segment(), entry.inlineString(length));
  }

  /** Stores an integer under the key, in place of whatever is there. */
  void putInteger(Key key, long value, long deadline, int usage) {
    place(key, ValueType.STRING, Encoding.INT, 8, deadline, usage).integer(value);
  }

  /** Stores under the key a copy of what another entry, perhaps of another partition, holds. */
  void putCopy(Key key, Entry source, Slice scratch, int usage) {
    switch (source.encoding()) {
      case INT -> putInteger(key, source.integer(), source.deadlineMillis(), usage);
      case EMBSTR, RAW, LARGE ->
          putString(key, source.string(scratch), source.encoding(), source.deadlineMillis(), usage);
    }
  }

  /**
   * Takes over the large value of another entry of the same partition, which is then to be removed
   * by {@link #removeAdopted}.
   */
  void adoptLarge(Key key, Entry source) {
    place(key, source.type(), Encoding.LARGE, 16, source.deadlineMillis(), source.usage())
        .large(source.largeRef(), source.stringLength());
  }

  /** Removes the key's entry, which must exist, but not the value that another has taken over. */
  void removeAdopted(Key key) {
    Entry entry = find(key);
    unlink(key.hash(), entry.ref(), entry.hasDeadline());
    slabs.free(entry.ref());
    entry.position(slabs, 0);
    changed(key);
  }

  /**
   * Makes the key's entry one with room for a value of so many bytes, which the caller writes; what
   * the old value owned is freed. Done in place where the size class stays.
   */
  private Entry place(
      Key key, ValueType type, Encoding encoding, long valueBytes, long deadline, int usage) {
    Entry entry = find(key);
    boolean hasDeadline = deadline != Entry.NO_DEADLINE;
    long bytes = Entry.bytesFor(key.bytes().length(), hasDeadline, valueBytes);
    if (!entry.exists()) {
      long ref = slabs.allocate(bytes);
      entry.create(slabs, ref, key.bytes(), type, encoding, deadline, usage);
      entries.insert(key.hash(), ref);
      if (hasDeadline) {
        deadlines.insert(key.hash(), ref);
      }
      changed(key);
      return entry;
    }
    long oldRef = entry.ref();
    boolean hadDeadline = entry.hasDeadline();
    if (SlabAllocator.sizeClassOf(bytes) == SlabAllocator.sizeClassOf(entry.bytes())) {
      freeValue(entry);
      slabs.resized(oldRef, bytes);
      entry.restate(type, encoding, deadline, usage);
      deadlineMoved(key.hash(), hadDeadline, oldRef, hasDeadline, oldRef);
      changed(key);
      return entry;
    }
    long ref = slabs.allocate(bytes);
    freeValue(entry);
    entry.create(slabs, ref, key.bytes(), type, encoding, deadline, usage);
    moved(key.hash(), hadDeadline, oldRef, hasDeadline, ref);
    slabs.free(oldRef);
    changed(key);
    return entry;
  }

  /** Makes every view of an entry old but that of the key through which it was changed. */
  private void changed(Key key) {
    key.soughtAt = ++changes;
  }

  private void moved(
      long hash, boolean hadDeadline, long oldRef, boolean hasDeadline, long newRef) {
    entries.replace(hash, oldRef, newRef);
    deadlineMoved(hash, hadDeadline, oldRef, hasDeadline, newRef);
  }

  private void deadlineMoved(
      long hash, boolean hadDeadline, long oldRef, boolean hasDeadline, long newRef) {
    if (hadDeadline && hasDeadline) {
      if (oldRef != newRef) {
        deadlines.replace(hash, oldRef, newRef);
      }
    } else if (hadDeadline) {
      deadlines.remove(hash, oldRef);
    } else if (hasDeadline) {
      deadlines.insert(hash, newRef);
    }
  }

  /** Frees what the value owns besides the entry's block. */
  private void freeValue(Entry entry) {
    switch (entry.encoding()) {
      case LARGE -> slabs.free(entry.largeRef());
      case INT, EMBSTR, RAW -> {}
    }
  }

  /** Gives an entry a deadline, or takes it away, keeping its value. */
  void setDeadline(Key key, long deadline) {
    Entry entry = find(key);
    if (entry.hasDeadline() && deadline != Entry.NO_DEADLINE) {
      entry.moveDeadline(deadline);
      return;
    }
    if (entry.hasDeadline() == (deadline != Entry.NO_DEADLINE)) {
      return;
    }
    long oldRef = entry.ref();
    boolean hadDeadline = entry.hasDeadline();
    long valueOffset = entry.valueOffset();
    long valueBytes = entry.bytes() - (valueOffset - SlabAllocator.offset(oldRef));
    long ref = slabs.allocate(Entry.bytesFor(key.bytes().length(), !hadDeadline, valueBytes));
    var oldSegment = entry.segment();
    entry.create(slabs, ref, key.bytes(), entry.type(), entry.encoding(), deadline, entry.usage());
    Slice.copy(oldSegment, valueOffset, entry.segment(), entry.valueOffset(), valueBytes);
    moved(key.hash(), hadDeadline, oldRef, !hadDeadline, ref);
    slabs.free(oldRef);
    changed(key);
  }

  /**
   * Makes the string under the key so many bytes long, creating it where there is none, and answers
   * its bytes for the caller to write into. What fits is kept, what is new is undefined. The key
   * must hold a string or nothing.
   */
  Slice resizeString(Key key, int length, int usage) {
    Entry entry = find(key);
    Encoding encoding = length > Entry.MAX_INLINE ? Encoding.LARGE : Encoding.RAW;
    if (!entry.exists()) {
      return newString(key, encoding, length, usage);
    }
    if (encoding == Encoding.LARGE && entry.encoding() == Encoding.LARGE) {
      return resizeLarge(key, length);
    }
    return encoding == Encoding.RAW && entry.encoding() == Encoding.RAW && fits(entry, length)
        ? resizeInPlace(key, length)
        : moveString(key, encoding, length, usage);
  }

  private Slice newString(Key key, Encoding encoding, int length, int usage) {
    if (encoding == Encoding.LARGE) {
      long block = slabs.allocate(length);
      place(key, ValueType.STRING, encoding, 16, Entry.NO_DEADLINE, usage).large(block, length);
      return key.value.set(slabs.segment(block), SlabAllocator.offset(block), length);
    }
    long valueBytes = Entry.stringBytes(length);
    Entry entry = place(key, ValueType.STRING, encoding, valueBytes, Entry.NO_DEADLINE, usage);
    return key.value.set(entry.segment(), entry.inlineString(length), length);
  }

  /** Whether an inline string may become so long where it is. */
  private static boolean fits(Entry entry, int length) {
    int old = entry.stringLength();
    long bytes = entry.bytes() - Entry.stringBytes(old) + Entry.stringBytes(length);
    return Entry.stringBytes(old) - old == Entry.stringBytes(length) - length
        && SlabAllocator.sizeClassOf(bytes) == SlabAllocator.sizeClassOf(entry.bytes());
  }

  private Slice resizeInPlace(Key key, int length) {
    Entry entry = key.entry;
    long at = entry.inlineString(length);
    slabs.resized(entry.ref(), entry.bytes());
    return key.value.set(entry.segment(), at, length);
  }

  /** Moves a string to a block of another size, or out of the entry's block, or into it. */
  private Slice moveString(Key key, Encoding encoding, int length, int usage) {
    Entry entry = key.entry;
    long oldRef = entry.ref();
    long deadline = entry.deadlineMillis();
    Slice old = entry.string(key.value);
    var source = old.segment();
    long sourceOffset = old.offset();
    int kept = Math.min(old.length(), length);
    boolean isLarge = encoding == Encoding.LARGE;
    long valueBytes = isLarge ? 16 : Entry.stringBytes(length);
    boolean hasDeadline = deadline != Entry.NO_DEADLINE;
    long block = isLarge ? slabs.allocate(length) : 0;
    long ref = slabs.allocate(Entry.bytesFor(key.bytes().length(), hasDeadline, valueBytes));
    entry.create(slabs, ref, key.bytes(), ValueType.STRING, encoding, deadline, usage);
    Slice bytes = key.value;
    if (isLarge) {
      entry.large(block, length);
      bytes.set(slabs.segment(block), SlabAllocator.offset(block), length);
    } else {
      bytes.set(entry.segment(), entry.inlineString(length), length);
    }
    Slice.copy(source, sourceOffset, bytes.segment(), bytes.offset(), kept);
    moved(key.hash(), hasDeadline, oldRef, hasDeadline, ref);
    free(view.position(slabs, oldRef));
    changed(key);
    return bytes;
  }

  private Slice resizeLarge(Key key, int length) {
    Entry entry = key.entry;
    int old = entry.stringLength();
    long block = entry.largeRef();
    if (length > slabs.capacity(block) || length < old / 2) {
      long moved = slabs.allocate(length > old ? roomFor(length) : length);
      Slice.copy(
          slabs.segment(block),
          SlabAllocator.offset(block),
          slabs.segment(moved),
          SlabAllocator.offset(moved),
          Math.min(old, length));
      slabs.free(block);
      block = moved;
    }
    slabs.resized(block, length);
    entry.large(block, length);
    return key.value.set(slabs.segment(block), SlabAllocator.offset(block), length);
  }

  /**
   * A growing string gets as much room again, beyond {@value #DOUBLED} bytes an eighth; so however
   * it grows each byte is copied a few times at most.
   */
  private static long roomFor(int length) {
    return length + (long) Math.min(length, Math.max(DOUBLED, length >>> 3));
  }

  private static final int DOUBLED = 1024 * 1024;

  /** Removes the key's entry, which must exist, with all that it owns. */
  void remove(Key key) {
    Entry entry = find(key);
    unlink(key.hash(), entry.ref(), entry.hasDeadline());
    free(entry);
    entry.position(slabs, 0);
    changed(key);
  }

  private void unlink(long hash, long ref, boolean hasDeadline) {
    entries.remove(hash, ref);
    if (hasDeadline) {
      deadlines.remove(hash, ref);
    }
  }

  private void free(Entry entry) {
    freeValue(entry);
    slabs.free(entry.ref());
  }

  /**
   * Removes and frees the entries of so many buckets; true when nothing is left. Once begun it must
   * be gone through with: what is left has no deadlines any more.
   */
  boolean clearSome(int buckets) {
    deadlines.dispose();
    return entries.clearStep(buckets, ref -> free(view.position(slabs, ref)));
  }

  /** Verifies that both indexes and the blocks agree. */
  void check() {
    entries.check();
    deadlines.check();
    long[] withDeadline = {0};
    entries.forEach(ref -> withDeadline[0] += view.position(slabs, ref).hasDeadline() ? 1 : 0);
    if (withDeadline[0] != deadlines.size()) {
      throw new IllegalStateException(
          withDeadline[0] + " entries have a deadline, " + deadlines.size() + " are indexed");
    }
  }
}
