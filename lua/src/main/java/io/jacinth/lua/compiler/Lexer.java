package io.jacinth.lua.compiler;

import io.jacinth.lua.ChunkNames;
import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import io.jacinth.lua.NumberReader;
import java.io.ByteArrayOutputStream;

/**
 * Splits a text into tokens by the rules of Lua 5.1 and knows how C Lua would complain of each. The
 * current token is described by its kind, its character, text or number; {@link #lastLine} is the
 * line of the token before.
 */
final class Lexer {
  private static final int END = -1;

  private final byte[] source;
  private final int end;
  private final LuaString chunkName;
  private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
  private int at;
  private int current;

  Token token = Token.END_OF_TEXT;
  int character;
  LuaString text = LuaString.EMPTY;
  double number;
  int line = 1;
  int lastLine = 1;

  private boolean isAhead;
  private Token aheadToken = Token.END_OF_TEXT;
  private int aheadCharacter;
  private LuaString aheadText = LuaString.EMPTY;
  private double aheadNumber;

  Lexer(LuaString source, LuaString chunkName) {
    this.source = source.array();
    this.end = source.length();
    this.chunkName = ChunkNames.shownByCompiler(chunkName);
    this.at = -1;
    advance();
  }

  LuaString chunkName() {
    return chunkName;
  }

  // ---- tokens

  /** Goes on to the next token. */
  void next() {
    lastLine = line;
    if (isAhead) {
      isAhead = false;
      token = aheadToken;
      character = aheadCharacter;
      text = aheadText;
      number = aheadNumber;
    } else {
      token = scan();
    }
  }

  /** The kind of the token after the current one; its character is then {@link #aheadCharacter}. */
  boolean nextIs(char wanted) {
    Token keptToken = token;
    int keptCharacter = character;
    LuaString keptText = text;
    double keptNumber = number;
    aheadToken = scan();
    aheadCharacter = character;
    aheadText = text;
    aheadNumber = number;
    isAhead = true;
    token = keptToken;
    character = keptCharacter;
    text = keptText;
    number = keptNumber;
    return aheadToken == Token.CHARACTER && aheadCharacter == wanted;
  }

  boolean is(Token kind) {
    return token == kind;
  }

  boolean is(char wanted) {
    return token == Token.CHARACTER && character == wanted;
  }

  // ---- errors

  /** An error at the current token. */
  LuaError error(String message) {
    return error(message, token, character);
  }

  /** An error that names no token. */
  LuaError plainError(String message) {
    return new LuaError(located(LuaString.of(message)));
  }

  private LuaError error(String message, Token near, int nearCharacter) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    append(all, LuaString.of(message + " near '"));
    append(all, shown(near, nearCharacter));
    append(all, LuaString.of("'"));
    return new LuaError(located(LuaString.wrap(all.toByteArray())));
  }

  private LuaString located(LuaString message) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    append(all, chunkName);
    append(all, LuaString.of(":" + line + ": "));
    append(all, message);
    return LuaString.wrap(all.toByteArray());
  }

  private static void append(ByteArrayOutputStream all, LuaString part) {
    all.write(part.array(), 0, part.length());
  }

  private LuaString shown(Token kind, int ofCharacter) {
    return switch (kind) {
      case NAME, STRING, NUMBER -> untilZero(buffer.toByteArray());
      case CHARACTER ->
          ofCharacter < 32 || ofCharacter == 127
              ? LuaString.of("char(" + ofCharacter + ")")
              : LuaString.wrap(new byte[] {(byte) ofCharacter});
      default -> LuaString.of(kind.text);
    };
  }

  /** C prints no further than to a zero byte. */
  private static LuaString untilZero(byte[] bytes) {
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return LuaString.copyOf(bytes, 0, length);
  }

  // ---- characters

  private void advance() {
    at++;
    current = at < end ? source[at] & 0xff : END;
  }

  private void save() {
    buffer.write(current);
    advance();
  }

  private boolean takes(char wanted) {
    if (current != wanted) {
      return false;
    }
    advance();
    return true;
  }

  private boolean isNewline() {
    return current == '\n' || current == '\r';
  }

  private void newline() {
    int first = current;
    advance();
    if (isNewline() && current != first) {
      advance();
    }
    line++;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isWord(int c) {
    return isLetter(c) || isDigit(c);
  }

  // ---- scanning

  private Token scan() {
    buffer.reset();
    while (true) {
      switch (current) {
        case END -> {
          return Token.END_OF_TEXT;
        }
        case '\n', '\r' -> newline();
        case ' ', '\t', '\f', 0x0b -> advance();
        case '-' -> {
          advance();
          if (!takes('-')) {
            return single('-');
          }
          comment();
        }
        default -> {
          return significant();
        }
      }
    }
  }

  private void comment() {
    if (current == '[') {
      int level = longBracket();
      buffer.reset();
      if (level >= 0) {
        longText(level, false);
        buffer.reset();
        return;
      }
    }
    while (!isNewline() && current != END) {
      advance();
    }
  }

  private Token significant() {
    int first = current;
    switch (first) {
      case '[' -> {
        return bracket();
      }
      case '=' -> {
        advance();
        return takes('=') ? Token.EQ : single('=');
      }
      case '<' -> {
        advance();
        return takes('=') ? Token.LE : single('<');
      }
      case '>' -> {
        advance();
        return takes('=') ? Token.GE : single('>');
      }
      case '~' -> {
        advance();
        return takes('=') ? Token.NE : single('~');
      }
      case '"', '\'' -> {
        return quoted(first);
      }
      case '.' -> {
        return dots();
      }
      default -> {
        return numberOrName();
      }
    }
  }

  private Token single(int c) {
    character = c;
    return Token.CHARACTER;
  }

  private Token bracket() {
    int level = longBracket();
    if (level >= 0) {
      longText(level, true);
      return Token.STRING;
    }
    if (level == -1) {
      return single('[');
    }
    throw error("invalid long string delimiter", Token.STRING, 0);
  }

  private Token dots() {
    save();
    if (takes('.')) {
      return takes('.') ? Token.DOTS : Token.CONCAT;
    }
    if (isDigit(current)) {
      return numeral();
    }
    return single('.');
  }

  private Token numberOrName() {
    if (isDigit(current)) {
      return numeral();
    }
    if (isLetter(current)) {
      do {
        save();
      } while (isWord(current));
      text = LuaString.constant(LuaString.wrap(buffer.toByteArray()));
      return Token.ofName(text);
    }
    int c = current;
    advance();
    return single(c);
  }

  private Token numeral() {
    do {
      save();
    } while (isDigit(current) || current == '.');
    if (current == 'e' || current == 'E') {
      save();
      if (current == '+' || current == '-') {
        save();
      }
    }
    while (isWord(current)) {
      save();
    }
    Double value = NumberReader.read(LuaString.wrap(buffer.toByteArray()));
    if (value == null) {
      throw error("malformed number", Token.NUMBER, 0);
    }
    number = value;
    return Token.NUMBER;
  }

  /** The level of a long bracket that opens here; -1 for a plain bracket, less for neither. */
  private int longBracket() {
    int closing = current;
    save();
    int level = 0;
    while (current == '=') {
      save();
      level++;
    }
    return current == closing ? level : -level - 1;
  }

  private void longText(int level, boolean isString) {
    save();
    if (isNewline()) {
      newline();
    }
    while (true) {
      switch (current) {
        case END ->
            throw error(
                isString ? "unfinished long string" : "unfinished long comment",
                Token.END_OF_TEXT,
                0);
        case '[' -> {
          if (longBracket() == level) {
            save();
            if (level == 0) {
              throw error("nesting of [[...]] is deprecated", Token.CHARACTER, '[');
            }
          }
        }
        case ']' -> {
          if (longBracket() == level) {
            save();
            finishLong(level, isString);
            return;
          }
        }
        case '\n', '\r' -> {
          buffer.write('\n');
          newline();
        }
        default -> save();
      }
    }
  }

  private void finishLong(int level, boolean isString) {
    if (isString) {
      byte[] all = buffer.toByteArray();
      text = LuaString.constant(LuaString.copyOf(all, level + 2, all.length - level - 2));
    }
  }

  private Token quoted(int delimiter) {
    save();
    while (current != delimiter) {
      switch (current) {
        case END -> throw error("unfinished string", Token.END_OF_TEXT, 0);
        case '\n', '\r' -> throw error("unfinished string", Token.STRING, 0);
        case '\\' -> escape();
        default -> save();
      }
    }
    save();
    byte[] all = buffer.toByteArray();
    text = LuaString.constant(LuaString.copyOf(all, 1, all.length - 1));
    return Token.STRING;
  }

  private void escape() {
    advance();
    switch (current) {
      case 'a' -> escaped(7);
      case 'b' -> escaped('\b');
      case 'f' -> escaped('\f');
      case 'n' -> escaped('\n');
      case 'r' -> escaped('\r');
      case 't' -> escaped('\t');
      case 'v' -> escaped(0x0b);
      case '\n', '\r' -> {
        buffer.write('\n');
        newline();
      }
      case END -> {
        // The end is complained of by who asked for the string.
      }
      default -> {
        if (isDigit(current)) {
          decimalEscape();
        } else {
          save();
        }
      }
    }
  }

  private void escaped(int c) {
    buffer.write(c);
    advance();
  }

  private void decimalEscape() {
    int value = 0;
    for (int i = 0; i < 3 && isDigit(current); i++) {
      value = value * 10 + (current - '0');
      advance();
    }
    if (value > 255) {
      throw error("escape sequence too large", Token.STRING, 0);
    }
    buffer.write(value);
  }
}
