package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.Journal;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One keyspace's part in an {@link UndoLog}: copies of the entries that have changed, in a keyspace
 * of their own, and journals of the large collections. Used under the partition's lock.
 */
final class KeyspaceUndo {
  /** A collection of so many elements is not copied, but keeps a journal if it can. */
  private static final int LARGE = 64;

  /** What an entry takes in the tables. */
  private static final int OWN_BYTES = 16;

  private record Journaled(
      Slice key, ValueType type, long deadline, int usage, Structure structure, Journal journal) {}

  private final Keyspace keyspace;
  private final UndoLog log;
  private final Partitions partitions;

  /** What there was, under the keys as they were. */
  private final Keyspace copies;

  /** The keys that have changed and are not among the copies: that were not, or keep a journal. */
  private final Keyspace marks;

  private final List<Journaled> journals = new ArrayList<>();
  private final Key key = new Key();
  private final Key copyKey = new Key();
  private final Slice keyView = new Slice();
  private final Slice scratch = new Slice();
  private final Entry view = new Entry();
  private final RefList found = new RefList();

  KeyspaceUndo(Keyspace keyspace, UndoLog log, Partitions partitions) {
    this.keyspace = keyspace;
    this.log = log;
    this.partitions = partitions;
    this.copies = keyspace.sibling();
    this.marks = keyspace.sibling();
  }

  // ---------------------------------------------------------------- keeping

  /** An entry is about to change or to go. */
  void preserve(Entry entry) {
    key.set(entry.key(keyView), partitions);
    if (!isKnown() && !keepsJournal(entry) && log.allows(OWN_BYTES + bytes(entry))) {
      copies.putCopy(key, entry, keyspace.structures(), scratch, entry.usage());
    }
  }

  /** An entry is about to come. */
  void created(Slice name) {
    key.set(name, partitions);
    if (!isKnown()) {
      mark();
    }
  }

  private boolean isKnown() {
    return copies.find(key).exists() || marks.find(key).exists();
  }

  private void mark() {
    if (log.allows(OWN_BYTES + Entry.bytesFor(key.bytes().length(), false, 8))) {
      marks.putInteger(key, 0, Entry.NO_DEADLINE, 0);
    }
  }

  private boolean keepsJournal(Entry entry) {
    Structure structure = structure(entry);
    if (structure == null || structure.size() < LARGE) {
      return false;
    }
    Journal journal = structure.beginJournal(log::allows);
    if (journal == null) {
      return false;
    }
    Slice name = Slice.of(key.bytes().toBytes());
    journals.add(
        new Journaled(
            name, entry.type(), entry.deadlineMillis(), entry.usage(), structure, journal));
    mark();
    return true;
  }

  private @Nullable Structure structure(Entry entry) {
    return entry.encoding() == Encoding.STRUCTURE
        ? keyspace.structures().get(entry.structure())
        : null;
  }

  private long bytes(Entry entry) {
    Structure structure = structure(entry);
    if (structure != null) {
      return entry.bytes() + structure.bytes();
    }
    return entry.bytes() + (entry.encoding() == Encoding.LARGE ? entry.stringLength() : 0);
  }

  // ---------------------------------------------------------------- going back

  /** Removes what is under every key that has changed. */
  void takeAway() {
    marks.entries().forEach(this::takeAway);
    copies.entries().forEach(this::takeAway);
  }

  private void takeAway(long ref) {
    key.set(view.position(keyspace.slabs(), ref).key(keyView), partitions);
    if (keyspace.find(key).exists()) {
      keyspace.remove(key);
    }
  }

  /** Puts back what there was, once nothing is under those keys in any keyspace. */
  void putBack() {
    for (Journaled one : journals) {
      one.journal.rollBack();
      key.set(one.key, partitions);
      keyspace.putKept(key, one.type, one.structure, one.deadline, one.usage);
    }
    journals.clear();
    copies.entries().forEach(found);
    for (int i = 0; i < found.size(); i++) {
      putBack(view.position(keyspace.slabs(), found.get(i)));
    }
  }

  private void putBack(Entry copy) {
    key.set(copy.key(keyView), partitions);
    copyKey.set(keyView, partitions);
    if (copy.ownsMemory()) {
      keyspace.adopt(key, copy);
      copies.removeAdopted(copyKey);
    } else {
      keyspace.putCopy(key, copy, keyspace.structures(), scratch, copy.usage());
      copies.remove(copyKey);
    }
  }

  // ---------------------------------------------------------------- ending

  /** Gives back what is kept. */
  void end() {
    for (Journaled one : journals) {
      one.journal.end();
      if (one.journal.isOrphan()) {
        keyspace.structures().doom(one.structure);
      }
    }
    journals.clear();
    copies.clearSome(Integer.MAX_VALUE);
    marks.clearSome(Integer.MAX_VALUE);
  }
}
