package io.jacinth.engine.keyspace;

import io.jacinth.engine.config.EncodingSettings;
import io.jacinth.engine.value.Encoding;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ListValue;
import io.jacinth.engine.value.SetValue;
import io.jacinth.engine.value.Structure;
import io.jacinth.engine.value.ValueType;
import io.jacinth.engine.value.ZsetValue;
import io.jacinth.engine.value.stream.StreamValue;
import io.jacinth.protocol.Slice;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is stored, for those who only read it: no clock, no statistics, no change. Used
 * under the partition's lock; reused from entry to entry.
 */
public final class StoredValue {
  private final Home home;
  private final HashValue hash;
  private final SetValue set;
  private final ZsetValue zset;
  private final ListValue list;
  private final StreamValue stream;

  StoredValue(EncodingSettings limits) {
    home = new Home(limits);
    hash = new HashValue(home);
    set = new SetValue(home);
    zset = new ZsetValue(home);
    list = new ListValue(home);
    stream = new StreamValue(home);
  }

  StoredValue open(Keyspace keyspace, Entry entry) {
    home.keyspace = keyspace;
    home.entry = entry;
    return this;
  }

  public Entry entry() {
    return home.entry();
  }

  public HashValue hash() {
    return hash.open();
  }

  public SetValue set() {
    return set.open();
  }

  public ZsetValue zset() {
    return zset.open();
  }

  public ListValue list() {
    return list;
  }

  public StreamValue stream() {
    return stream.open();
  }

  /** Whether elements of the value may have deadlines of their own. */
  public boolean expiresElements() {
    return home.entry().expiresElements();
  }

  private static final class Home extends EntryHome {
    private final EncodingSettings limits;
    private @Nullable Keyspace keyspace;
    private @Nullable Entry entry;

    Home(EncodingSettings limits) {
      this.limits = limits;
    }

    @Override
    Entry entry() {
      return Objects.requireNonNull(entry);
    }

    @Override
    Keyspace keyspace() {
      return Objects.requireNonNull(keyspace);
    }

    @Override
    public void create(ValueType type, Encoding encoding, int bytes) {
      throw noChange();
    }

    @Override
    public void become(ValueType type, Structure structure) {
      throw noChange();
    }

    @Override
    public void becomePacked(ValueType type, Encoding encoding, int bytes) {
      throw noChange();
    }

    @Override
    public void resize(int bytes) {
      throw noChange();
    }

    @Override
    public void encode(Encoding encoding) {
      throw noChange();
    }

    @Override
    public void expireElements() {
      throw noChange();
    }

    @Override
    public void fieldExpires(Slice field) {
      throw noChange();
    }

    @Override
    public RandomGenerator random() {
      throw noChange();
    }

    @Override
    public EncodingSettings limits() {
      return limits;
    }

    @Override
    public long nowMillis() {
      throw noChange();
    }

    private static UnsupportedOperationException noChange() {
      return new UnsupportedOperationException("a stored value is only read");
    }
  }
}
