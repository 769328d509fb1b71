package io.jacinth.engine.keyspace;

import io.jacinth.engine.value.Element;
import io.jacinth.memory.Listpack;
import io.jacinth.protocol.Slice;

/** The elements of a packed list as a line of text, for those who look for faults. No state. */
public final class PackedText {
  private PackedText() {}

  /** Describes the packed list that lies in an entry. */
  public static String of(Entry entry) {
    Slice bytes = entry.packed(new Slice());
    Listpack list = new Listpack();
    list.set(bytes.segment(), bytes.offset());
    Element element = new Element();
    StringBuilder text =
        new StringBuilder(
            "Listpack of %d bytes, %d elements:".formatted(list.bytes(), list.count()));
    for (int at = list.first(); at != 0; at = list.next(at)) {
      text.append(" {").append(element.set(list, at).bytes()).append('}');
    }
    return text.toString();
  }
}
