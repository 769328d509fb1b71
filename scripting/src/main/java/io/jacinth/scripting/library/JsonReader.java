package io.jacinth.scripting.library;

import io.jacinth.lua.Lua;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.LuaTable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads JSON, token by token, with lua-cjson's leniency and its words for what is wrong. */
final class JsonReader {
  private enum Token {
    T_OBJ_BEGIN,
    T_OBJ_END,
    T_ARR_BEGIN,
    T_ARR_END,
    T_STRING,
    T_NUMBER,
    T_BOOLEAN,
    T_NULL,
    T_COLON,
    T_COMMA,
    T_END,
    T_ERROR
  }

  private final Lua lua;
  private final CjsonOptions options;
  private final LuaString text;
  private int at;
  private int depth;

  private Token token = Token.T_END;
  private int tokenAt;
  private @Nullable Object value;
  private String mistake = "";

  JsonReader(Lua lua, CjsonOptions options, LuaString text) {
    this.lua = lua;
    this.options = options;
    this.text = text;
  }

  /** The value of the whole text. */
  Object read() {
    if (text.length() >= 2 && (text.at(0) == 0 || text.at(1) == 0)) {
      throw LuaError.of("JSON parser does not support UTF-16 or UTF-32");
    }
    next();
    Object whole = value();
    next();
    if (token != Token.T_END) {
      throw expected("the end");
    }
    return whole;
  }

  private LuaError expected(String what) {
    String found = token == Token.T_ERROR ? mistake : token.name();
    return LuaError.of(
        "Expected " + what + " but found " + found + " at character " + (tokenAt + 1));
  }

  // ---------------------------------------------------------------- values

  private Object value() {
    return switch (token) {
      case T_STRING, T_NUMBER, T_BOOLEAN -> Objects.requireNonNull(value);
      case T_NULL -> CjsonLibrary.NULL;
      case T_OBJ_BEGIN -> object();
      case T_ARR_BEGIN -> list();
      case T_OBJ_END, T_ARR_END, T_COLON, T_COMMA, T_END, T_ERROR -> throw expected("value");
    };
  }

  private LuaTable descend() {
    lua.poll();
    if (++depth > options.decodeDepth) {
      throw LuaError.of(
          "Found too many nested data structures (%d) at character %d".formatted(depth, at));
    }
    return lua.newTable(0, 0);
  }

  private LuaTable object() {
    LuaTable table = descend();
    next();
    while (token != Token.T_OBJ_END) {
      if (token != Token.T_STRING) {
        throw expected("object key string");
      }
      Object key = value;
      next();
      if (token != Token.T_COLON) {
        throw expected("colon");
      }
      next();
      table.put(key, value());
      next();
      if (token == Token.T_OBJ_END) {
        break;
      }
      if (token != Token.T_COMMA) {
        throw expected("comma or object end");
      }
      next();
      if (token == Token.T_OBJ_END) {
        throw expected("object key string");
      }
    }
    depth--;
    return table;
  }

  private LuaTable list() {
    LuaTable table = descend();
    next();
    if (token != Token.T_ARR_END) {
      for (int i = 1; ; i++) {
        table.putInt(i, value());
        next();
        if (token == Token.T_ARR_END) {
          break;
        }
        if (token != Token.T_COMMA) {
          throw expected("comma or array end");
        }
        next();
      }
    }
    depth--;
    return table;
  }

  // ---------------------------------------------------------------- tokens

  /** A byte of the text, zero at its end and beyond. */
  private int byteAt(int index) {
    return index < text.length() ? text.at(index) : 0;
  }

  private void next() {
    while (isSpace(byteAt(at))) {
      at++;
    }
    tokenAt = at;
    switch (byteAt(at)) {
      case 0 -> token = Token.T_END;
      case '{' -> single(Token.T_OBJ_BEGIN);
      case '}' -> single(Token.T_OBJ_END);
      case '[' -> single(Token.T_ARR_BEGIN);
      case ']' -> single(Token.T_ARR_END);
      case ':' -> single(Token.T_COLON);
      case ',' -> single(Token.T_COMMA);
      case '"' -> string();
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> {
        if (options.decodesInvalid == CjsonOptions.Invalid.OFF && isInvalidNumber()) {
          fail("invalid number");
        } else {
          number();
        }
      }
      default -> word();
    }
  }

  private static boolean isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private void single(Token found) {
    token = found;
    at++;
  }

  private void fail(String what) {
    token = Token.T_ERROR;
    tokenAt = at;
    mistake = what;
  }

  private void word() {
    if (matches("true")) {
      found(Token.T_BOOLEAN, true, 4);
    } else if (matches("false")) {
      found(Token.T_BOOLEAN, false, 5);
    } else if (matches("null")) {
      found(Token.T_NULL, null, 4);
    } else if ("+iInN".indexOf(byteAt(at)) >= 0
        && options.decodesInvalid != CjsonOptions.Invalid.OFF
        && isInvalidNumber()) {
      number();
    } else {
      fail("invalid token");
    }
  }

  private boolean matches(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (byteAt(at + i) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void found(Token type, @Nullable Object content, int length) {
    token = type;
    value = content;
    at += length;
  }

  // ---------------------------------------------------------------- numbers

  /** Whether it is a number that only C knows: with a plus, hexadecimal, infinite, or none. */
  private boolean isInvalidNumber() {
    if (byteAt(at) == '+') {
      return true;
    }
    int i = byteAt(at) == '-' ? at + 1 : at;
    if (byteAt(i) == '0') {
      int after = byteAt(i + 1);
      return (after | 0x20) == 'x' || after >= '0' && after <= '9';
    }
    return byteAt(i) > '9' && (CNumber.isWord(text, i, "inf") || CNumber.isWord(text, i, "nan"));
  }

  private void number() {
    CNumber number = CNumber.read(text, at);
    if (number == null) {
      fail("invalid number");
    } else {
      found(Token.T_NUMBER, number.value(), number.length());
    }
  }

  // ---------------------------------------------------------------- strings

  private void string() {
    ByteSink out = new ByteSink(lua);
    at++;
    for (int c = byteAt(at); c != '"'; c = byteAt(at)) {
      if (c == 0) {
        fail("unexpected end of string");
        return;
      }
      if (c != '\\') {
        out.add(c);
        at++;
      } else if (!escape(out)) {
        return;
      }
    }
    at++;
    token = Token.T_STRING;
    value = out.string();
  }

  private boolean escape(ByteSink out) {
    int c = byteAt(at + 1);
    if (c == 'u') {
      if (!unicode(out)) {
        fail("invalid unicode escape code");
        return false;
      }
      return true;
    }
    int index = "\"\\/btnfr".indexOf(c);
    if (c == 0 || index < 0) {
      fail("invalid escape code");
      return false;
    }
    out.add("\"\\/\b\t\n\f\r".charAt(index));
    at += 2;
    return true;
  }

  private boolean unicode(ByteSink out) {
    int point = hex(at + 2);
    int length = 6;
    if (point < 0) {
      return false;
    }
    if (Character.isSurrogate((char) point)) {
      int low = byteAt(at + 6) == '\\' && byteAt(at + 7) == 'u' ? hex(at + 8) : -1;
      if (!Character.isHighSurrogate((char) point)
          || low < 0
          || !Character.isLowSurrogate((char) low)) {
        return false;
      }
      point = Character.toCodePoint((char) point, (char) low);
      length = 12;
    }
    out.add(LuaString.of(Character.toString(point)));
    at += length;
    return true;
  }

  private int hex(int from) {
    int number = 0;
    for (int i = from; i < from + 4; i++) {
      int digit = Character.digit(byteAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }
}
