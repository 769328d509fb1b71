package io.jacinth.engine.value;

import io.jacinth.memory.HashIndex;
import io.jacinth.memory.SlabAllocator;
import io.jacinth.protocol.Slice;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A large set: a {@link MemberTable} whose blocks hold a member and nothing else. */
public final class SetTable extends Structure {
  private static final int OWN_BYTES = 256;

  private final MemberTable members;
  private final Slice shown = new Slice();
  private long memberBytes;

  /** An empty set. */
  public SetTable(SlabAllocator slabs, KeyHasher hasher) {
    members = new MemberTable(slabs, hasher, 0);
  }

  /** The block of a member, 0 where there is none. */
  public long find(Slice member) {
    return members.find(member);
  }

  /** The member in a block. */
  public Slice member(long ref, Slice into) {
    return members.member(ref, into);
  }

  /** Adds a member; false where it is there. */
  public boolean add(Slice member) {
    long ref = members.addIfAbsent(member, 0);
    if (ref == 0) {
      return false;
    }
    memberBytes += members.slabs().capacity(ref);
    return true;
  }

  /** Removes a member by its block. */
  public void remove(long ref) {
    memberBytes -= members.slabs().capacity(ref);
    members.remove(ref);
  }

  @Override
  public MemberTable members() {
    return members;
  }

  @Override
  void show(long ref, ElementSink sink) {
    sink.member(members.member(ref, shown));
  }

  @Override
  public @Nullable Journal beginJournal(LongPredicate allows) {
    SetTable before = new SetTable(members.slabs(), members.hasher());
    return journal(new TableJournal(this, members, before, allows));
  }

  @Override
  void copyElement(long ref, Structure target) {
    ((SetTable) target).add(members.member(ref, shown));
  }

  @Override
  void restoreElement(Slice member, Structure source) {
    if (((SetTable) source).find(member) != 0) {
      add(member);
    } else {
      long ref = find(member);
      if (ref != 0) {
        remove(ref);
      }
    }
  }

  /** The blocks, for walks. */
  public HashIndex<Slice> index() {
    return members.index();
  }

  @Override
  public long size() {
    return members.size();
  }

  @Override
  public long bytes() {
    return OWN_BYTES + memberBytes + members.tableBytes();
  }

  @Override
  public String encodingName() {
    return "hashtable";
  }

  @Override
  public SetTable copy(SlabAllocator slabs) {
    SetTable copy = new SetTable(slabs, members.hasher());
    Slice view = new Slice();
    try {
      index().forEach(ref -> copy.add(member(ref, view)));
    } catch (OutOfMemoryError refused) {
      copy.free();
      throw refused;
    }
    return copy;
  }

  @Override
  public boolean freeSome(int blocks) {
    return members.freeSome(blocks);
  }

  /** Frees everything at once. */
  public void free() {
    while (!freeSome(Integer.MAX_VALUE)) {
      continue;
    }
  }

  @Override
  public void forEachBlock(LongConsumer visitor) {
    members.forEachBlock(visitor);
  }

  @Override
  public void check() {
    members.check();
  }

  @Override
  public HashIndex<?> table() {
    return members.index();
  }
}
