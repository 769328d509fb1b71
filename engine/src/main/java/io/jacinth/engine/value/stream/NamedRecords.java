package io.jacinth.engine.value.stream;

import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records in the order of their names' bytes. Used under the partition's lock. */
public final class NamedRecords<R extends NamedRecord> {
  private final List<R> records = new ArrayList<>(0);
  private final Slice view = new Slice();

  NamedRecords() {}

  public int size() {
    return records.size();
  }

  /** The record at a place, from 0. */
  public R get(int index) {
    return records.get(index);
  }

  /** The record of a name, or null. */
  public @Nullable R find(Slice name) {
    int found = search(name);
    return found < 0 ? null : records.get(found);
  }

  private int search(Slice name) {
    int low = 0;
    int high = records.size() - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int compared = records.get(middle).name(view).compareTo(name);
      if (compared == 0) {
        return middle;
      }
      if (compared < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return ~low;
  }

  /** Adds a record, whose name is new. */
  void add(R record) {
    records.add(~search(record.name(new Slice())), record);
  }

  void remove(R record) {
    records.remove(record);
  }

  void removeLast() {
    records.removeLast();
  }
}
