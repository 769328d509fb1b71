package io.jacinth.commands.generic;

import io.jacinth.engine.Call;
import io.jacinth.engine.keyspace.Entry;
import io.jacinth.engine.keyspace.Key;
import io.jacinth.engine.value.Element;
import io.jacinth.engine.value.HashValue;
import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Slice;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of SORT's options BY and GET: with the element in the place of its first star it names
 * a string, or, with {@code ->field} at the end, a field of a hash. {@code #} names the element.
 */
final class SortPattern {
  private static final int SLACK = 8;

  private final Slice before;
  private final Slice behind;
  private final Slice field;
  private final boolean hasStar;
  private final boolean isElement;
  private final Slice name = new Slice();
  private MemorySegment buffer = MemorySegment.NULL;

  SortPattern(Slice pattern) {
    int star = indexOf(pattern, '*', 0);
    int arrow = star < 0 ? -1 : arrow(pattern, star + 1);
    int end = arrow < 0 ? pattern.length() : arrow;
    hasStar = star >= 0;
    isElement = pattern.contentEquals("#");
    before = part(pattern, 0, Math.max(star, 0));
    behind = part(pattern, star + 1, end);
    field = part(pattern, arrow < 0 ? pattern.length() : arrow + 2, pattern.length());
  }

  private static Slice part(Slice of, int from, int to) {
    return new Slice(of.segment(), of.offset() + from, to - from);
  }

  private static int indexOf(Slice text, char c, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.at(i) == c) {
        return i;
      }
    }
    return -1;
  }

  /** Where an arrow is that has a name behind it. */
  private static int arrow(Slice pattern, int from) {
    for (int i = from; i + 2 < pattern.length(); i++) {
      if (pattern.at(i) == '-' && pattern.at(i + 1) == '>') {
        return i;
      }
    }
    return -1;
  }

  boolean hasStar() {
    return hasStar;
  }

  /** Whether it names the element itself. */
  boolean isElement() {
    return isElement;
  }

  /** What the pattern names for an element; null where that is nothing, or of another type. */
  @Nullable Slice lookUp(Call call, Slice element) {
    if (isElement) {
      return element;
    }
    if (!hasStar) {
      return null;
    }
    Key key = call.keyNamed(nameFor(element));
    if (field.isEmpty()) {
      return call.database().stringOrNone(key);
    }
    Entry entry = call.database().peek(key);
    if (entry == null || entry.type() != ValueType.HASH) {
      call.database().read(key);
      return null;
    }
    HashValue hash = call.database().hash(key);
    Element value = hash == null ? null : hash.get(field);
    return value == null ? null : value.bytes();
  }

  private Slice nameFor(Slice element) {
    int length = before.length() + element.length() + behind.length();
    if (length + SLACK > buffer.byteSize()) {
      buffer = Arena.ofAuto().allocate(2L * (length + SLACK));
    }
    before.copyTo(buffer, 0);
    element.copyTo(buffer, before.length());
    behind.copyTo(buffer, (long) before.length() + element.length());
    return name.set(buffer, 0, length);
  }
}
