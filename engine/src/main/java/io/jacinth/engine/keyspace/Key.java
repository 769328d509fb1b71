package io.jacinth.engine.keyspace;

import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/**
 * A key that a command names: its bytes, where it belongs, and the entry last found under it. Owned
 * by one call and reused by the next; an entry or a value reached through it is valid until the
 * next write to the same partition, and no longer than the call.
 */
public final class Key {
  private final Slice bytes = new Slice();
  final Entry entry = new Entry();
  final Slice value = new Slice();
  final KeyHome home = new KeyHome(this);
  private long hash;
  private int slot;
  private @Nullable Partition partition;

  /** The keyspace in which {@link #entry} was looked for since the call began; null: not yet. */
  @Nullable Keyspace soughtIn;

  /** How often that keyspace had changed by then. */
  long soughtAt;

  /** Whether an entry was made for the key and nobody has been told yet. */
  boolean isNew;

  /** Whether what was under the key made way for what comes at once: no new key. */
  boolean isReplaced;

  /** Names another key, in the partition that its slot falls into. */
  public void set(Slice newBytes, Partitions partitions) {
    bytes.set(newBytes);
    slot = HashSlot.of(bytes);
    partition = partitions.ofSlot(slot);
    hash = partitions.hasher().hash(bytes.segment(), bytes.offset(), bytes.length());
    soughtIn = null;
    isNew = false;
    isReplaced = false;
  }

  /** Whether the key has come into being, as {@link #takeNew} is going to say. */
  public boolean isNew() {
    return isNew;
  }

  /** Names what another key names, in bytes that lie elsewhere. */
  public void set(Slice newBytes, Key same) {
    bytes.set(newBytes);
    slot = same.slot;
    partition = same.partition;
    hash = same.hash;
    soughtIn = null;
    isNew = false;
    isReplaced = false;
  }

  /** Whether the key has come into being since this was last asked. */
  public boolean takeNew() {
    boolean was = isNew;
    isNew = false;
    return was;
  }

  /** Says that the key has come into being, and that nobody has been told yet. */
  public void markNew() {
    isNew = true;
  }

  public Slice bytes() {
    return bytes;
  }

  public int slot() {
    return slot;
  }

  public long hash() {
    return hash;
  }

  public Partition partition() {
    if (partition == null) {
      throw new IllegalStateException("a key was used before it was set");
    }
    return partition;
  }

  @Override
  public String toString() {
    return bytes.toString();
  }
}
