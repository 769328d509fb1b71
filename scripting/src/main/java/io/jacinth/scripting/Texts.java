package io.jacinth.scripting;

import io.jacinth.lua.Conversions;
import io.jacinth.lua.LuaString;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Bytes as texts and back: a char a byte, so that nothing is lost. */
final class Texts {
  private Texts() {}

  /** A value as tostring shows it where no metamethod says otherwise. */
  static String latin(@Nullable Object value) {
    return latin(Conversions.string(value));
  }

  static String latin(LuaString string) {
    return new String(string.array(), 0, string.length(), StandardCharsets.ISO_8859_1);
  }

  /** As {@link #latin}, up to a zero byte, where a string of C ends. */
  static String untilZero(@Nullable Object value) {
    String text = latin(value);
    int zero = text.indexOf(0);
    return zero < 0 ? text : text.substring(0, zero);
  }

  static LuaString lua(String latin) {
    return LuaString.wrap(latin.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Slice slice(LuaString string) {
    return Slice.of(string.toBytes());
  }
}
