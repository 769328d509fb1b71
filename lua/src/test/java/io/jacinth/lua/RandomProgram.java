package io.jacinth.lua;

import java.util.SplittableRandom;

/**
 * Writes programs at random: numbers, strings, tables, closures, errors, metatables, coroutines.
 * Each ends, and returns what it has gathered in a list of texts.
 */
final class RandomProgram {
  private static final String[] NAMES = {"a", "b", "c", "d"};

  private final SplittableRandom dice;
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private int loops;
  private int functions;

  private RandomProgram(SplittableRandom dice) {
    this.dice = dice;
  }

  static String of(long seed) {
    return new RandomProgram(new SplittableRandom(seed)).program();
  }

  private String program() {
    text.append("local out, steps = {}, 0\n");
    text.append(
        "local function note(x) steps = steps + 1 if steps > 300 then error('enough', 0) end");
    text.append(
        " local t = type(x) if t == 'table' or t == 'function' or t == 'thread' then x = t end");
    text.append(" out[#out + 1] = tostring(x) end\n");
    text.append("local mt = {");
    String[] events = {
      "add", "sub", "mul", "concat", "unm", "call", "lt", "le", "eq", "div", "mod"
    };
    for (String event : events) {
      if (dice.nextInt(3) == 0) {
        text.append("__").append(event).append(" = function(x, y) note('").append(event);
        text.append("') return ").append(dice.nextBoolean() ? "1" : "type(y)").append(" end, ");
      }
    }
    text.append("}\n");
    if (dice.nextInt(3) == 0) {
      text.append(
          "mt.__index = function(t, k) return (#tostring(k) > 9 and type(k) or k) .. '?' end\n");
    } else if (dice.nextInt(3) == 0) {
      text.append("mt.__index = {x = 'inherited', [1] = 7}\n");
    }
    if (dice.nextInt(4) == 0) {
      text.append("mt.__newindex = function(t, k, v) note(k) rawset(t, k, v) end\n");
    }
    text.append("local a, b, c, d = 1, 'two', {3, x = 4, y = 'five'}, setmetatable({}, mt)\n");
    text.append("local ok, err = pcall(function()\n");
    block(3 + dice.nextInt(6));
    text.append("end)\n");
    text.append("if not ok then note(err) end\n");
    text.append("return out\n");
    return text.toString();
  }

  // ---- statements

  private void block(int statements) {
    depth++;
    for (int i = 0; i < statements; i++) {
      statement();
    }
    depth--;
  }

  private void line(String statement) {
    text.append("  ".repeat(depth)).append(statement).append('\n');
  }

  private void statement() {
    int kind = dice.nextInt(depth > 4 ? 8 : 19);
    switch (kind) {
      case 0, 1, 2 -> line("note(" + expression(3) + ")");
      case 3, 4 -> line(name() + " = " + expression(3));
      case 5 -> line("c[" + expression(1) + "] = " + expression(2));
      case 6 -> line("local " + name() + " = " + expression(3));
      case 7 -> line(name() + ", " + name() + " = " + expression(2) + ", " + expression(2));
      case 8, 9 -> choice();
      case 10, 11 -> numericFor();
      case 12 -> genericFor();
      case 13 -> whileLoop();
      case 14, 15 -> function();
      case 16 -> protectedCall();
      case 17 -> coroutine();
      default -> tables();
    }
  }

  private void choice() {
    line("if " + expression(2) + " then");
    block(1 + dice.nextInt(2));
    if (dice.nextBoolean()) {
      line("elseif " + expression(2) + " then");
      block(1);
    }
    if (dice.nextBoolean()) {
      line("else");
      block(1 + dice.nextInt(2));
    }
    line("end");
  }

  private void numericFor() {
    if (loops >= 2) {
      return;
    }
    loops++;
    String step = dice.nextInt(3) == 0 ? ", " + pick("2", "-1", "0.5", "-0.25") : "";
    line(
        "for i = "
            + pick("1", "3", "0.5", "-2", "a")
            + ", "
            + pick("4", "2", "-1", "3.5")
            + step
            + " do");
    block(1 + dice.nextInt(2));
    if (dice.nextInt(4) == 0) {
      line("  if " + expression(1) + " then break end");
    }
    line("  note(i)");
    line("end");
    loops--;
  }

  private void genericFor() {
    if (loops >= 2) {
      return;
    }
    loops++;
    String what =
        pick(
            "pairs({1, 2, x = 3, yy = 'z'})",
            "ipairs({'p', 'q', nil, 'r'})",
            "string.gmatch('k1=v1,k2=v2', '(%w+)=(%w+)')",
            "pairs(c)",
            "ipairs(c)",
            "next, {10, 20, q = 1, [5] = 2}");
    line("for k, v in " + what + " do");
    line("  note(k) note(v)");
    block(1);
    line("end");
    loops--;
  }

  private void whileLoop() {
    if (loops >= 2) {
      return;
    }
    loops++;
    String counter = "n" + functions++;
    line("local " + counter + " = 0");
    if (dice.nextBoolean()) {
      line("while " + counter + " < " + (1 + dice.nextInt(4)) + " do");
      line("  " + counter + " = " + counter + " + 1");
      block(1);
      line("end");
    } else {
      line("repeat");
      line("  " + counter + " = " + counter + " + 1");
      block(1);
      line("until " + counter + " > 2 or " + expression(1));
    }
    loops--;
  }

  private void function() {
    String name = "f" + functions++;
    String parameters = pick("a", "a, b", "x, ...", "...", "a, b, c, d", "");
    line("local function " + name + "(" + parameters + ")");
    int kept = loops;
    loops = 1;
    block(1 + dice.nextInt(2));
    if (parameters.contains("...")) {
      line("  note(select('#', ...))");
      line("  return ...");
    } else {
      line("  return " + expression(2) + (dice.nextBoolean() ? ", " + expression(1) : ""));
    }
    loops = kept;
    line("end");
    line("note(" + name + "(" + expression(1) + ", " + expression(1) + "))");
    if (dice.nextBoolean()) {
      line("b = {" + name + "(" + expression(1) + ")}");
    }
  }

  private void protectedCall() {
    String name = "r" + functions++;
    line("local " + name + ", e" + name + " = pcall(function()");
    block(1 + dice.nextInt(2));
    if (dice.nextInt(3) == 0) {
      line("  error(" + pick("'oops'", "'oops', 0", "'oops', 2", "{1}", "nil", "12") + ")");
    }
    line("  return " + expression(3));
    line("end)");
    line("note(" + name + ") note(e" + name + ")");
  }

  private void coroutine() {
    String name = "co" + functions++;
    line("local " + name + " = coroutine.create(function(p)");
    int kept = loops;
    loops = 1;
    block(1);
    line("  local q = coroutine.yield(" + expression(2) + ")");
    line("  for i = 1, 2 do q = coroutine.yield(i, q) end");
    line("  return " + expression(2));
    loops = kept;
    line("end)");
    line("for i = 1, " + (1 + dice.nextInt(5)) + " do");
    line("  local s, x, y = coroutine.resume(" + name + ", i)");
    line("  note(s) note(x) note(y) note(coroutine.status(" + name + "))");
    line("end");
  }

  private void tables() {
    line(
        pick(
            "table.insert(c, " + expression(2) + ")",
            "note(table.remove(c))",
            "table.insert(c, 1, " + expression(1) + ")",
            "note(#c) note(table.maxn(c))",
            "do local t = {5, 3, 9, 1, 7} table.sort(t, function(x, y) return x > y end) note(table.concat(t, ' ')) end",
            "do local t = {} for i = 1, 12 do t[i * "
                + (1 + dice.nextInt(4))
                + "] = i t['k' .. i] = i end for k, v in pairs(t) do note(k) end note(#t) end",
            "note(string.gsub(type(b) == 'table' and 'tbl' or tostring(b), '%w', '<%0>'))",
            "c = {"
                + expression(2)
                + ", "
                + expression(2)
                + ", k = "
                + expression(1)
                + ", ("
                + expression(1)
                + ")}"));
  }

  // ---- expressions

  private String name() {
    return NAMES[dice.nextInt(NAMES.length)];
  }

  private String pick(String... choices) {
    return choices[dice.nextInt(choices.length)];
  }

  private String number() {
    return pick("0", "1", "2", "-1", "3.5", "10", "1e3", "0.1", "255", "7", "1e15", "-0.5", "100");
  }

  private String string() {
    return pick(
        "'x'",
        "'10'",
        "''",
        "'abc'",
        "' 5 '",
        "'0x1f'",
        "'hello world'",
        "'a,b,c'",
        "'%d'",
        "'1e2'");
  }

  private String expression(int size) {
    if (size <= 0) {
      return pick(name(), number(), string(), name(), "nil", "true", "false", name());
    }
    int next = size - 1;
    return switch (dice.nextInt(24)) {
      case 0, 1 -> number();
      case 2 -> string();
      case 3, 4 -> name();
      case 5, 6, 7 ->
          "("
              + expression(next)
              + " "
              + pick("+", "-", "*", "/", "%", "+", "-", "^")
              + " "
              + expression(next)
              + ")";
      case 8 -> expression(next) + " .. " + expression(next);
      case 9, 10 ->
          "("
              + expression(next)
              + " "
              + pick("==", "~=", "<", "<=", ">", ">=")
              + " "
              + expression(next)
              + ")";
      case 11 -> "(" + expression(next) + " and " + expression(next) + ")";
      case 12 -> "(" + expression(next) + " or " + expression(next) + ")";
      case 13 -> pick("not ", "-", "#", "-") + "(" + expression(next) + ")";
      case 14 -> "c[" + expression(next) + "]";
      case 15 -> name() + pick(".x", ".y", "[1]", ".zz");
      case 16 -> "(tonumber(" + expression(next) + ") or " + number() + ")";
      case 17 -> "tostring(" + pick(number(), string(), "nil", "true", number() + " / 3") + ")";
      case 18 -> stringCall(next);
      case 19 -> "math." + pick("floor", "ceil", "abs") + "(" + expression(next) + ")";
      case 20 -> "(" + number() + " " + pick("+", "-", "*", "/", "%") + " " + number() + ")";
      case 21 -> "type(" + expression(next) + ")";
      case 22 ->
          "({" + expression(next) + ", " + expression(next) + "})[" + pick("1", "2", "3") + "]";
      default -> "(function(x) " + name() + " = x return x end)(" + expression(next) + ")";
    };
  }

  private String stringCall(int next) {
    String subject = dice.nextInt(3) == 0 ? expression(next) : string();
    return switch (dice.nextInt(10)) {
      case 0 ->
          "string.sub("
              + subject
              + ", "
              + pick("1", "2", "-2", "0")
              + ", "
              + pick("-1", "3", "1")
              + ")";
      case 1 -> "string.rep(" + subject + ", " + pick("0", "1", "3", "-1") + ")";
      case 2 -> "string.upper(" + subject + ")";
      case 3 ->
          "string.format('"
              + pick("%d", "%5.2f", "%s", "%x", "%q", "%g", "%-5d|", "%05.1f", "%e", "%c")
              + "', "
              + expression(next)
              + ")";
      case 4 ->
          "string.find("
              + subject
              + ", "
              + pick(
                  "'b'", "'%d+'", "'(%a)(%a)'", "'^a'", "'l+'", "'[^%s]+$'", "'%f[%w]%w+'", "'.-b'")
              + ")";
      case 5 ->
          "string.gsub("
              + subject
              + ", "
              + pick("'%w'", "'b'", "'(%a)(%a)'", "''", "'%s*'")
              + ", "
              + pick("'%0%0'", "{a = 1, b = 'B'}", "function(x) return x .. '!' end", "'%1'", "'-'")
              + ")";
      case 6 -> "string.byte(" + subject + ")";
      case 7 -> "#" + subject;
      case 8 ->
          "string.match("
              + subject
              + ", "
              + pick("'(%d+)'", "'%a+'", "'(.)(.)'", "'()b()'", "'%b()'")
              + ")";
      default -> "string.reverse(" + subject + ")";
    };
  }
}
