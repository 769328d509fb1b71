package io.jacinth.persistence.rdb;

import io.jacinth.engine.value.Element;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;

/** Reads a listpack, which is verified as a whole first. */
final class PackedReader implements ElementReader {
  private final Listpack list = new Listpack();
  private int position;

  PackedReader(Slice blob) {
    if (!Listpack.isSound(blob.segment(), blob.offset(), blob.length())) {
      throw new RdbException("a listpack is broken");
    }
    list.set(blob.segment(), blob.offset());
    position = list.first();
  }

  @Override
  public boolean next(Element into) {
    if (position == 0) {
      return false;
    }
    into.set(list, position);
    position = list.next(position);
    return true;
  }
}
