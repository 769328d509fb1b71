package io.jacinth.lua.library;

import io.jacinth.lua.Arguments;
import io.jacinth.lua.CFormat;
import io.jacinth.lua.Conversions;
import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import org.jspecify.annotations.Nullable;

/** string.format: C's printf with the conversions that Lua 5.1 lets through. */
final class Format {
  private static final String FLAGS = "-+ #0";

  private final Lua lua;
  private final Arguments arguments;
  private final LuaString template;
  private final Buffer buffer;
  private int at;
  private int argument = 1;

  private Format(Lua lua, Arguments arguments) {
    this.lua = lua;
    this.arguments = arguments;
    this.template = arguments.string(1);
    this.buffer = new Buffer(lua);
  }

  static @Nullable Object format(Lua lua, Arguments arguments) {
    return new Format(lua, arguments).run();
  }

  private LuaString run() {
    while (at < template.length()) {
      lua.poll();
      int c = template.at(at++);
      if (c != '%') {
        buffer.add(c);
      } else if (peek() == '%') {
        buffer.add('%');
        at++;
      } else {
        conversion();
      }
    }
    return buffer.string();
  }

  private int peek() {
    return at < template.length() ? template.at(at) : 0;
  }

  private void conversion() {
    argument++;
    if (arguments.isAbsent(argument)) {
      throw arguments.error(argument, "no value");
    }
    CFormat.Flags flags = flags();
    int letter = peek();
    at++;
    switch (letter) {
      case 'c' -> character(flags);
      case 'd', 'i' -> buffer.add(CFormat.signed(whole(), flags));
      case 'o', 'u', 'x', 'X' -> buffer.add(CFormat.unsigned(whole(), letter, flags));
      case 'e', 'E', 'f', 'g', 'G' ->
          buffer.add(CFormat.real(arguments.number(argument), letter, flags));
      case 'q' -> quoted(arguments.string(argument));
      case 's' -> string(flags);
      default -> {
        String shown = letter == 0 ? "" : String.valueOf((char) letter);
        throw LuaError.of("invalid option '%" + shown + "' to 'format'");
      }
    }
  }

  private long whole() {
    return Conversions.toLong(arguments.number(argument));
  }

  private CFormat.Flags flags() {
    StringBuilder given = new StringBuilder();
    while (peek() != 0 && FLAGS.indexOf(peek()) >= 0) {
      given.append((char) peek());
      at++;
    }
    if (given.length() > FLAGS.length()) {
      throw LuaError.of("invalid format (repeated flags)");
    }
    int width = twoDigits();
    int precision = -1;
    if (peek() == '.') {
      at++;
      precision = Math.max(0, twoDigits());
    }
    if (CharacterClass.isDigit(peek())) {
      throw LuaError.of("invalid format (width or precision too long)");
    }
    return new CFormat.Flags(given.toString(), Math.max(0, width), precision);
  }

  private int twoDigits() {
    int value = -1;
    for (int i = 0; i < 2 && CharacterClass.isDigit(peek()); i++) {
      value = Math.max(0, value) * 10 + peek() - '0';
      at++;
    }
    return value;
  }

  /** A zero byte ends the text for C's printf, so nothing of it is seen. */
  private void character(CFormat.Flags flags) {
    int code = (int) whole() & 0xff;
    if (code != 0 || flags.width() > 1) {
      String text = code == 0 ? "" : String.valueOf((char) code);
      int width = code == 0 ? flags.width() - 1 : flags.width();
      if (code != 0 || !flags.has('-')) {
        buffer.add(CFormat.padded(text, flags.withWidth(width)));
      }
    }
  }

  private void string(CFormat.Flags flags) {
    LuaString text = arguments.string(argument);
    if (flags.precision() < 0 && text.length() >= 100) {
      buffer.add(text);
      return;
    }
    int length = 0;
    while (length < text.length() && text.at(length) != 0) {
      length++;
    }
    if (flags.precision() >= 0) {
      length = Math.min(length, flags.precision());
    }
    int padding = flags.width() - length;
    for (int i = 0; i < padding && !flags.has('-'); i++) {
      buffer.add(' ');
    }
    buffer.add(text.array(), 0, length);
    for (int i = 0; i < padding && flags.has('-'); i++) {
      buffer.add(' ');
    }
  }

  private void quoted(LuaString text) {
    buffer.add('"');
    for (int i = 0; i < text.length(); i++) {
      lua.poll();
      int c = text.at(i);
      switch (c) {
        case '"', '\\', '\n' -> {
          buffer.add('\\');
          buffer.add(c);
        }
        case '\r' -> buffer.add("\\r");
        case 0 -> buffer.add("\\000");
        default -> buffer.add(c);
      }
    }
    buffer.add('"');
  }
}
