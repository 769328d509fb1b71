package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.KeyHasher;
import io.jacinth.engine.value.MemberTable;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueType;
import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * One partition's part of one database: an index of all entries, one of those with a deadline, one
 * of those whose elements may have deadlines, and the operations that keep them and the blocks in
 * step. It knows nothing of time, effects or clients; {@link Database} adds those. Used under the
 * partition's lock.
 *
 * <p>An operation that finds no memory throws {@link OutOfMemoryError} and has changed nothing: it
 * takes the blocks and the room in the indexes that it needs before it gives up anything old.
 */
final class Keyspace implements HashIndex.Entries<Key> {
  /** A step weighs one part in so many. */
  private static final long TTL_SMOOTHING = 50;

  private final SlabAllocator slabs;
  private final KeyHasher hasher;
  private final StructureStore structures;
  private final HashIndex<Key> entries;
  private final HashIndex<Key> deadlines;
  private final HashIndex<Key> expiring;
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

  /** Where the walk for expired elements goes on. */
  long elementCursor;

  /** Where the walk that moves blocks goes on. */
  private long moveCursor;

  private final RefList found = new RefList();

  /** The mark of entries that no snapshot still has to see. */
  private int mark;

  /** The walk of a snapshot that is under way here; null: none, or it is through. */
  private @Nullable KeyspaceWalk walk;

  /** Where a script that runs keeps what it changes here; null: nobody does. */
  private @Nullable UndoLog undo;

  /** What it has kept. */
  private @Nullable KeyspaceUndo kept;

  Keyspace(SlabAllocator slabs, KeyHasher hasher, StructureStore structures) {
    this.slabs = slabs;
    this.hasher = hasher;
    this.structures = structures;
    this.entries = new HashIndex<>(slabs, this);
    this.deadlines = new HashIndex<>(slabs, this);
    this.expiring = new HashIndex<>(slabs, this);
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

  /** Bytes of the indexes. */
  long tableBytes() {
    return entries.bytes() + deadlines.bytes() + expiring.bytes();
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

  /** The entries whose elements may have deadlines. */
  HashIndex<Key> expiring() {
    return expiring;
  }

  SlabAllocator slabs() {
    return slabs;
  }

  // ---------------------------------------------------------------- snapshots

  /** Makes every entry one that a snapshot has still to see. */
  void begin(KeyspaceWalk newWalk) {
    mark ^= Entry.MARK;
    walk = newWalk;
  }

  /** The snapshot has seen every entry. */
  void endWalk() {
    walk = null;
  }

  @Nullable KeyspaceWalk walk() {
    return walk;
  }

  /**
   * Lets a snapshot that is under way, and who may want the value back, have the entry as it is; to
   * be called before it changes.
   */
  void preserve(Entry entry) {
    preserveForSnapshot(entry);
    if (undo != null) {
      kept(undo).preserve(entry);
    }
  }

  private void preserveForSnapshot(Entry entry) {
    KeyspaceWalk running = walk;
    if (running != null && entry.mark() != mark) {
      running.preserve(entry);
    }
  }

  /** Notes that the snapshot has an entry. */
  void markSeen(Entry entry) {
    entry.mark(mark);
    changes++;
  }

  boolean isSeen(Entry entry) {
    return entry.mark() == mark;
  }

  /** Whether a snapshot has what is under a key, if anything; the key itself is left alone. */
  boolean isSeen(Key key) {
    long ref = entries.find(key.hash(), key);
    return ref == 0 || isSeen(new Entry().position(slabs, ref));
  }

  // ---------------------------------------------------------------- a way back

  /** Has what changes kept from now on, or, with null, no longer. */
  void undo(@Nullable UndoLog newUndo) {
    undo = newUndo;
    kept = null;
  }

  private KeyspaceUndo kept(UndoLog log) {
    KeyspaceUndo known = kept;
    if (known == null) {
      known = log.of(this);
      kept = known;
    }
    return known;
  }

  /** An empty keyspace in the same memory. */
  Keyspace sibling() {
    return new Keyspace(slabs, hasher, structures);
  }

  /** Puts a structure that was kept under the key, which must hold nothing. */
  void putKept(Key key, ValueType type, Structure structure, long deadline, int usage) {
    putStructure(key, type, structure, deadline, usage);
  }

  // ---------------------------------------------------------------- entries

  KeyHasher hasher() {
    return hasher;
  }

  StructureStore structures() {
    return structures;
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

  /**
   * The table of the large collection that an entry may hold: read without the lock, as a hint what
   * to read ahead, from what may be no entry any more. Null where there seems to be none.
   */
  @Nullable MemberTable glanceAtMembers(long ref) {
    int number = Entry.glanceAtStructure(slabs, ref);
    return number < 0 ? null : structures.glanceAtMembers(number);
  }

  /** Stores a string under the key, in place of whatever is there. */
  void putString(Key key, Slice value, Encoding encoding, long deadline, int usage) {
    int length = value.length();
    if (encoding == Encoding.LARGE) {
      long block = slabs.allocate(length);
      value.copyTo(slabs.segment(block), SlabAllocator.offset(block));
      putLarge(key, block, length, deadline, usage);
      return;
    }
    Entry entry =
        place(key, ValueType.STRING, encoding, Entry.stringBytes(length), deadline, usage);
    value.copyTo(entry.segment(), entry.inlineString(length));
  }

  /** Stores a string that lies in a block of its own; gives the block back where that fails. */
  private void putLarge(Key key, long block, int length, long deadline, int usage) {
    try {
      place(key, ValueType.STRING, Encoding.LARGE, 16, deadline, usage).large(block, length);
    } catch (OutOfMemoryError refused) {
      slabs.free(block);
      throw refused;
    }
  }

  /** Stores an integer under the key, in place of whatever is there. */
  void putInteger(Key key, long value, long deadline, int usage) {
    place(key, ValueType.STRING, Encoding.INT, 8, deadline, usage).integer(value);
  }

  /**
   * Stores under the key a copy of what another entry, perhaps of another partition, holds.
   *
   * @param from where the other entry's structures are
   */
  void putCopy(Key key, Entry source, StructureStore from, Slice scratch, int usage) {
    Encoding encoding = source.encoding();
    long deadline = source.deadlineMillis();
    switch (encoding) {
      case INT -> putInteger(key, source.integer(), deadline, usage);
      case EMBSTR, RAW, LARGE -> putString(key, source.string(scratch), encoding, deadline, usage);
      case LISTPACK, LISTPACK_WIDE, LISTPACK_EX, INTSET -> putBytes(key, source, usage);
      case STRUCTURE ->
          putStructure(
              key, source.type(), from.get(source.structure()).copy(slabs), deadline, usage);
    }
  }

  private void putBytes(Key key, Entry source, int usage) {
    MemorySegment bytes = source.segment();
    long at = source.valueOffset();
    long length = source.valueBytes();
    Encoding encoding = source.encoding();
    Entry entry =
        place(
            key,
            source.type(),
            encoding,
            length,
            source.deadlineMillis(),
            encoding == Encoding.LISTPACK_EX,
            usage);
    Slice.copy(bytes, at, entry.segment(), entry.valueOffset(), length);
  }

  /** Stores a structure under the key, in place of whatever is there. */
  private void putStructure(
      Key key, ValueType type, Structure structure, long deadline, int usage) {
    boolean expires = structure.expiresElements();
    try {
      Entry entry = place(key, type, Encoding.STRUCTURE, 8, deadline, expires, usage);
      entry.structure(structures.add(structure), expires);
      structures.freeFor(structure);
    } catch (OutOfMemoryError refused) {
      structures.doom(structure);
      throw refused;
    }
  }

  /** Puts a collection of so many bytes under the key, which must hold nothing. */
  void createValue(Key key, ValueType type, Encoding encoding, int bytes, int usage) {
    place(key, type, encoding, bytes, Entry.NO_DEADLINE, usage);
  }

  /** Puts a structure under the key, in place of nothing or of the packed form of its value. */
  void becomeStructure(Key key, ValueType type, Structure structure, int usage) {
    Entry entry = find(key);
    putStructure(
        key,
        type,
        structure,
        entry.exists() ? entry.deadlineMillis() : Entry.NO_DEADLINE,
        entry.exists() ? entry.usage() : usage);
  }

  /**
   * Puts a packed value in place of the structure under the key, which nothing names from then on.
   */
  void becomePacked(Key key, ValueType type, Encoding encoding, int bytes) {
    Entry entry = find(key);
    int number = entry.structure();
    Structure kept = structures.exchange(number, NoStructure.INSTANCE);
    try {
      place(key, type, encoding, bytes, entry.deadlineMillis(), entry.usage());
    } catch (OutOfMemoryError refused) {
      structures.exchange(number, kept);
      throw refused;
    }
  }

  /**
   * Makes the bytes of the collection under the key so many, keeping what fits. A collection that
   * grows still tells its old length, one that shrinks its new one.
   */
  void resizeValue(Key key, int bytes) {
    Entry entry = find(key);
    long oldRef = entry.ref();
    long start = entry.valueOffset() - SlabAllocator.offset(oldRef);
    long total = start + bytes;
    if (SlabAllocator.sizeClassOf(total) == slabs.capacity(oldRef)) {
      slabs.resized(oldRef, total);
      return;
    }
    long ref = slabs.allocate(total);
    Slice.copy(
        entry.segment(),
        SlabAllocator.offset(oldRef),
        slabs.segment(ref),
        SlabAllocator.offset(ref),
        Math.min(total, entry.bytes()));
    boolean hasDeadline = entry.hasDeadline();
    entry.position(slabs, ref);
    boolean expires = entry.expiresElements();
    replace(key, hasDeadline, expires, oldRef, hasDeadline, expires);
    changed(key);
  }

  /** Renames the form of the value under the key, whose bytes stay. */
  void encode(Key key, Encoding encoding) {
    Entry entry = find(key);
    moved(
        key.hash(),
        false,
        entry.expiresElements(),
        entry.ref(),
        false,
        encoding == Encoding.LISTPACK_EX,
        entry.ref());
    entry.encode(encoding);
  }

  /** Notes that elements of the structure under the key may have deadlines from now on. */
  void expireElements(Key key) {
    Entry entry = find(key);
    if (!entry.expiresElements()) {
      expiring.insert(key.hash(), entry.ref());
      entry.structure(entry.structure(), true);
    }
  }

  /**
   * Takes over the large value of another entry of the same partition, which is then to be removed
   * by {@link #removeAdopted}.
   */
  void adopt(Key key, Entry source) {
    ValueType type = source.type();
    long deadline = source.deadlineMillis();
    if (source.encoding() == Encoding.LARGE) {
      int length = source.stringLength();
      place(key, type, Encoding.LARGE, 16, deadline, source.usage())
          .large(source.largeRef(), length);
    } else {
      boolean expires = source.expiresElements();
      place(key, type, Encoding.STRUCTURE, 8, deadline, expires, source.usage())
          .structure(source.structure(), expires);
    }
  }

  /** Removes the key's entry, which must exist, but not the value that another has taken over. */
  void removeAdopted(Key key) {
    Entry entry = find(key);
    preserve(entry);
    unlink(key.hash(), entry);
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
    return place(key, type, encoding, valueBytes, deadline, false, usage);
  }

  /** As above, for a value whose elements may have deadlines. */
  private Entry place(
      Key key,
      ValueType type,
      Encoding encoding,
      long valueBytes,
      long deadline,
      boolean expires,
      int usage) {
    Entry entry = find(key);
    boolean hasDeadline = deadline != Entry.NO_DEADLINE;
    long bytes = Entry.bytesFor(key.bytes().length(), hasDeadline, valueBytes);
    if (!entry.exists()) {
      long ref = slabs.allocate(bytes);
      entry.create(slabs, ref, key.bytes(), type, encoding, deadline, usage, mark);
      link(key, hasDeadline, expires);
      changed(key);
      return entry;
    }
    long oldRef = entry.ref();
    long oldValue = owned(entry);
    boolean hadDeadline = entry.hasDeadline();
    boolean expired = entry.expiresElements();
    if (SlabAllocator.sizeClassOf(bytes) == SlabAllocator.sizeClassOf(entry.bytes())) {
      moved(key.hash(), hadDeadline, expired, oldRef, hasDeadline, expires, oldRef);
      slabs.resized(oldRef, bytes);
      entry.restate(type, encoding, deadline, usage, mark);
    } else {
      long ref = slabs.allocate(bytes);
      entry.create(slabs, ref, key.bytes(), type, encoding, deadline, usage, mark);
      replace(key, hadDeadline, expired, oldRef, hasDeadline, expires);
    }
    release(oldValue);
    changed(key);
    return entry;
  }

  /** Enters the key's new entry into the indexes; frees it where that fails. */
  private void link(Key key, boolean hasDeadline, boolean expires) {
    long ref = key.entry.ref();
    boolean isFound = false;
    try {
      if (undo != null) {
        kept(undo).created(key.bytes());
      }
      entries.insert(key.hash(), ref);
      isFound = true;
      key.isNew = !key.isReplaced;
      moved(key.hash(), false, false, ref, hasDeadline, expires, ref);
    } catch (OutOfMemoryError refused) {
      if (isFound) {
        entries.remove(key.hash(), ref);
      }
      slabs.free(ref);
      key.entry.position(slabs, 0);
      throw refused;
    }
  }

  /**
   * Puts the block that the key's entry is now at in the place of an older one, which is freed; the
   * other way round where that fails.
   */
  private void replace(
      Key key,
      boolean hadDeadline,
      boolean expired,
      long oldRef,
      boolean hasDeadline,
      boolean expires) {
    long ref = key.entry.ref();
    try {
      moved(key.hash(), hadDeadline, expired, oldRef, hasDeadline, expires, ref);
    } catch (OutOfMemoryError refused) {
      key.entry.position(slabs, oldRef);
      slabs.free(ref);
      throw refused;
    }
    entries.replace(key.hash(), oldRef, ref);
    slabs.free(oldRef);
  }

  /** Makes every view of an entry old but that of the key through which it was changed. */
  private void changed(Key key) {
    key.soughtAt = ++changes;
  }

  /** Keeps the indexes of what expires; where that finds no memory, they are as they were. */
  private void moved(
      long hash,
      boolean hadDeadline,
      boolean expired,
      long oldRef,
      boolean hasDeadline,
      boolean expires,
      long newRef) {
    boolean isNewlyExpiring = expires && !expired;
    if (isNewlyExpiring) {
      expiring.insert(hash, newRef);
    }
    try {
      moved(deadlines, hash, hadDeadline, oldRef, hasDeadline, newRef);
    } catch (OutOfMemoryError refused) {
      if (isNewlyExpiring) {
        expiring.remove(hash, newRef);
      }
      throw refused;
    }
    if (!isNewlyExpiring) {
      moved(expiring, hash, expired, oldRef, expires, newRef);
    }
  }

  private static void moved(
      HashIndex<Key> index, long hash, boolean was, long oldRef, boolean is, long newRef) {
    if (was && is) {
      if (oldRef != newRef) {
        index.replace(hash, oldRef, newRef);
      }
    } else if (was) {
      index.remove(hash, oldRef);
    } else if (is) {
      index.insert(hash, newRef);
    }
  }

  /**
   * What a value has besides the entry's block, for {@link #release}: a block's reference, the
   * complement of a structure's number, or 0.
   */
  private static long owned(Entry entry) {
    return switch (entry.encoding()) {
      case LARGE -> entry.largeRef();
      case STRUCTURE -> ~(long) entry.structure();
      case INT, EMBSTR, RAW, LISTPACK, LISTPACK_WIDE, LISTPACK_EX, INTSET -> 0;
    };
  }

  private void release(long owned) {
    if (owned > 0) {
      slabs.free(owned);
    } else if (owned < 0) {
      structures.doom(structures.remove((int) ~owned));
    }
  }

  /** Gives an entry a deadline, or takes it away, keeping its value. */
  void setDeadline(Key key, long deadline) {
    Entry entry = find(key);
    preserve(entry);
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
    entry.create(
        slabs, ref, key.bytes(), entry.type(), entry.encoding(), deadline, entry.usage(), mark);
    Slice.copy(oldSegment, valueOffset, entry.segment(), entry.valueOffset(), valueBytes);
    boolean expires = entry.expiresElements();
    replace(key, hadDeadline, expires, oldRef, !hadDeadline, expires);
    changed(key);
  }

  /**
   * Makes the string under the key so many bytes long, creating it where there is none, and answers
   * its bytes for the caller to write into. What fits is kept, what is new is undefined. The key
   * must hold a string or nothing.
   */
  Slice resizeString(Key key, int length, int usage) {
    Entry entry = find(key);
    if (!entry.exists()) {
      return newString(key, length, usage);
    }
    boolean isLarge = length > Entry.MAX_INLINE;
    if (isLarge && entry.encoding() == Encoding.LARGE) {
      return resizeLarge(entry, key.value, length);
    }
    return !isLarge && entry.encoding() == Encoding.RAW && resizesInPlace(entry, length)
        ? resizeInPlace(entry, key.value, length)
        : rebuildString(key, isLarge ? Encoding.LARGE : Encoding.RAW, length, usage);
  }

  private Slice newString(Key key, int length, int usage) {
    Slice bytes = key.value;
    if (length > Entry.MAX_INLINE) {
      long block = slabs.allocate(length);
      putLarge(key, block, length, Entry.NO_DEADLINE, usage);
      bytes.set(slabs.segment(block), SlabAllocator.offset(block), length);
    } else {
      long valueBytes = Entry.stringBytes(length);
      Entry entry =
          place(key, ValueType.STRING, Encoding.RAW, valueBytes, Entry.NO_DEADLINE, usage);
      bytes.set(entry.segment(), entry.inlineString(length), length);
    }
    return bytes;
  }

  private static boolean resizesInPlace(Entry entry, int length) {
    int old = entry.stringLength();
    return Entry.stringBytes(old) - old == Entry.stringBytes(length) - length
        && SlabAllocator.sizeClassOf(entry.bytes() - old + length)
            == SlabAllocator.sizeClassOf(entry.bytes());
  }

  private Slice resizeInPlace(Entry entry, Slice bytes, int length) {
    int old = entry.stringLength();
    slabs.resized(entry.ref(), entry.bytes() - old + length);
    return bytes.set(entry.segment(), entry.inlineString(length), length);
  }

  /** Makes an entry of another form, with as much of the old string as fits. */
  private Slice rebuildString(Key key, Encoding encoding, int length, int usage) {
    Entry entry = key.entry;
    Slice bytes = entry.string(key.value);
    MemorySegment source = bytes.segment();
    long sourceOffset = bytes.offset();
    int kept = Math.min(bytes.length(), length);
    long oldRef = entry.ref();
    long oldValue = owned(entry);
    boolean hasDeadline = entry.hasDeadline();
    startString(key, encoding, length, usage);
    Slice.copy(source, sourceOffset, bytes.segment(), bytes.offset(), kept);
    replace(key, hasDeadline, false, oldRef, hasDeadline, false);
    release(oldValue);
    changed(key);
    return bytes;
  }

  /** Points the key's entry at a new block, and its value at the bytes there, still unwritten. */
  private void startString(Key key, Encoding encoding, int length, int usage) {
    Entry entry = key.entry;
    boolean isLarge = encoding == Encoding.LARGE;
    long valueBytes = isLarge ? 16 : Entry.stringBytes(length);
    long ref =
        slabs.allocate(Entry.bytesFor(key.bytes().length(), entry.hasDeadline(), valueBytes));
    long block = isLarge ? allocateBeside(ref, length) : 0;
    entry.create(
        slabs, ref, key.bytes(), ValueType.STRING, encoding, entry.deadlineMillis(), usage, mark);
    if (isLarge) {
      entry.large(block, length);
      key.value.set(slabs.segment(block), SlabAllocator.offset(block), length);
    } else {
      key.value.set(entry.segment(), entry.inlineString(length), length);
    }
  }

  /** A further block; where there is no memory for it, the first is given back. */
  private long allocateBeside(long first, long bytes) {
    try {
      return slabs.allocate(bytes);
    } catch (OutOfMemoryError refused) {
      slabs.free(first);
      throw refused;
    }
  }

  private Slice resizeLarge(Entry entry, Slice bytes, int length) {
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
    return bytes.set(slabs.segment(block), SlabAllocator.offset(block), length);
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
    preserve(find(key));
    removePreserved(key);
  }

  /**
   * Removes the key's entry because its deadline has passed: whatever else is undone, it stays
   * gone.
   */
  void removeExpired(Key key) {
    preserveForSnapshot(find(key));
    removePreserved(key);
  }

  private void removePreserved(Key key) {
    Entry entry = key.entry;
    unlink(key.hash(), entry);
    free(entry);
    entry.position(slabs, 0);
    changed(key);
  }

  private void unlink(long hash, Entry entry) {
    long ref = entry.ref();
    entries.remove(hash, ref);
    if (entry.hasDeadline()) {
      deadlines.remove(hash, ref);
    }
    if (entry.expiresElements()) {
      expiring.remove(hash, ref);
    }
  }

  private void free(Entry entry) {
    release(owned(entry));
    slabs.free(entry.ref());
  }

  /**
   * Removes and frees the entries of so many buckets; true when nothing is left. Once begun it must
   * be gone through with: what is left has lost its deadlines.
   */
  boolean clearSome(int buckets) {
    return deadlines.clearStep(buckets, ref -> {})
        && expiring.clearStep(buckets, ref -> {})
        && entries.clearStep(buckets, this::clear);
  }

  private void clear(long ref) {
    preserve(view.position(slabs, ref));
    free(view);
  }

  /** Lets {@link #moveSome} begin anew. */
  void beginMoving() {
    moveCursor = 0;
  }

  /**
   * Moves entries, large strings and the indexes' own blocks out of chunks that are being emptied,
   * looking at so many buckets; true when the walk has come to its end. Structures stay where they
   * are.
   *
   * @param moves counts the blocks moved and those looked at
   */
  boolean moveSome(int buckets, MoveCount moves) {
    entries.moveSome(moveCursor, buckets);
    deadlines.moveSome(moveCursor, buckets);
    expiring.moveSome(moveCursor, buckets);
    found.clear();
    entries.forEach(moveCursor, buckets, found);
    for (int i = 0; i < found.size(); i++) {
      move(found.get(i), moves);
    }
    moveCursor += buckets;
    return moveCursor
        >= Math.max(
            entries.bucketCount(), Math.max(deadlines.bucketCount(), expiring.bucketCount()));
  }

  private void move(long ref, MoveCount moves) {
    view.position(slabs, ref);
    if (view.encoding() == Encoding.LARGE && moves.seen(slabs.isLeaving(view.largeRef()))) {
      moveLarge();
    }
    if (moves.seen(slabs.isLeaving(ref))) {
      moveEntry(ref);
    }
  }

  private void moveLarge() {
    long block = view.largeRef();
    int length = view.stringLength();
    long moved = slabs.allocate(slabs.capacity(block));
    copyBlock(block, moved, length);
    view.large(moved, length);
    slabs.free(block);
    changes++;
  }

  private void moveEntry(long ref) {
    long bytes = view.bytes();
    long hash = hash(ref);
    boolean hasDeadline = view.hasDeadline();
    boolean expires = view.expiresElements();
    long moved = slabs.allocate(bytes);
    copyBlock(ref, moved, bytes);
    entries.replace(hash, ref, moved);
    if (hasDeadline) {
      deadlines.replace(hash, ref, moved);
    }
    if (expires) {
      expiring.replace(hash, ref, moved);
    }
    slabs.free(ref);
    changes++;
  }

  private void copyBlock(long from, long to, long bytes) {
    Slice.copy(
        slabs.segment(from),
        SlabAllocator.offset(from),
        slabs.segment(to),
        SlabAllocator.offset(to),
        bytes);
    slabs.resized(to, bytes);
  }

  /** Visits every block that is reached from here, with the bytes of it that are in use. */
  void forEachBlock(BlockVisitor visitor) {
    entries.forEachBlock(ref -> visitor.visit(ref, BlockVisitor.ALL));
    deadlines.forEachBlock(ref -> visitor.visit(ref, BlockVisitor.ALL));
    expiring.forEachBlock(ref -> visitor.visit(ref, BlockVisitor.ALL));
    entries.forEach(
        ref -> {
          view.position(slabs, ref);
          visitor.visit(ref, view.bytes());
          if (view.encoding() == Encoding.LARGE) {
            visitor.visit(view.largeRef(), view.stringLength());
          }
        });
  }

  /** The bytes of memory that an entry takes, with its value and its place in the tables. */
  long memoryBytes(Entry entry) {
    long bytes = slabs.capacity(entry.ref()) + entries.bytes() / Math.max(1, entries.size());
    return switch (entry.encoding()) {
      case LARGE -> bytes + slabs.capacity(entry.largeRef());
      case STRUCTURE -> bytes + structures.get(entry.structure()).bytes();
      case INT, EMBSTR, RAW, LISTPACK, LISTPACK_WIDE, LISTPACK_EX, INTSET -> bytes;
    };
  }

  /** Number of entries whose value is a structure. */
  long structureCount() {
    long[] count = {0};
    entries.forEach(
        ref -> count[0] += view.position(slabs, ref).encoding() == Encoding.STRUCTURE ? 1 : 0);
    return count[0];
  }

  /** Sees blocks one by one. */
  interface BlockVisitor {
    /** Stands for the bytes of a block that is in use as a whole. */
    long ALL = -1;

    void visit(long ref, long bytes);
  }

  /** Verifies that the indexes and the blocks agree. */
  void check() {
    entries.check();
    deadlines.check();
    expiring.check();
    checkExpiring();
    checkMarks();
    long[] withDeadline = {0};
    entries.forEach(ref -> withDeadline[0] += view.position(slabs, ref).hasDeadline() ? 1 : 0);
    if (withDeadline[0] != deadlines.size()) {
      throw new IllegalStateException(
          withDeadline[0] + " entries have a deadline, " + deadlines.size() + " are indexed");
    }
  }

  private void checkMarks() {
    if (walk == null) {
      entries.forEach(
          ref -> {
            if (!isSeen(view.position(slabs, ref))) {
              throw new IllegalStateException("a snapshot has left out an entry");
            }
          });
    }
  }

  private void checkExpiring() {
    long[] count = {0};
    entries.forEach(ref -> count[0] += view.position(slabs, ref).expiresElements() ? 1 : 0);
    if (count[0] != expiring.size()) {
      throw new IllegalStateException(
          count[0] + " entries have elements that expire, " + expiring.size() + " are indexed");
    }
  }
}
