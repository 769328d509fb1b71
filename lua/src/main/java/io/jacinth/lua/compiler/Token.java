package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaString;
import java.util.HashMap;
import java.util.Map;

/**
 * The kinds of tokens: reserved words, operators, and those with a text or a value of their own.
 */
enum Token {
  AND("and"),
  BREAK("break"),
  DO("do"),
  ELSE("else"),
  ELSEIF("elseif"),
  END("end"),
  FALSE("false"),
  FOR("for"),
  FUNCTION("function"),
  IF("if"),
  IN("in"),
  LOCAL("local"),
  NIL("nil"),
  NOT("not"),
  OR("or"),
  REPEAT("repeat"),
  RETURN("return"),
  THEN("then"),
  TRUE("true"),
  UNTIL("until"),
  WHILE("while"),
  CONCAT(".."),
  DOTS("..."),
  EQ("=="),
  GE(">="),
  LE("<="),
  NE("~="),
  NUMBER("<number>"),
  NAME("<name>"),
  STRING("<string>"),
  END_OF_TEXT("<eof>"),
  /** Any other single character; the lexer tells which. */
  CHARACTER("");

  private static final Map<LuaString, Token> RESERVED = new HashMap<>();

  static {
    for (Token token : values()) {
      if (token.ordinal() <= WHILE.ordinal()) {
        RESERVED.put(LuaString.of(token.text), token);
      }
    }
  }

  final String text;

  Token(String text) {
    this.text = text;
  }

  /** The reserved word that a name is, or {@link #NAME}. */
  static Token ofName(LuaString name) {
    return RESERVED.getOrDefault(name, NAME);
  }
}
