package io.jacinth.lua.compiler;

import io.jacinth.lua.LuaError;
import io.jacinth.lua.LuaString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements: recursive descent as C Lua's, so that every mistake is found where it finds it. */
final class Parser {
  /** Statements and expressions within each other, as LUAI_MAXCCALLS. */
  private static final int MOST_LEVELS = 200;

  static final LuaString ARG = LuaString.constant("arg");
  static final LuaString SELF = LuaString.constant("self");

  final Lexer lexer;
  private final ExpressionParser expressions;
  private final Runnable check;
  private int levels;
  Scope scope;

  /** Where lines are noted for a debugger; null: nowhere. */
  private final @Nullable SourceLines lines;

  private Parser(Lexer lexer, int levels, Runnable check, @Nullable SourceLines lines) {
    this.lines = lines;
    this.check = check;
    this.lexer = lexer;
    this.levels = levels;
    this.scope = new Scope(new FunctionBody(null, 0), null, lexer);
    this.expressions = new ExpressionParser(this);
  }

  /** The tree of a chunk. The check is made again and again meanwhile and may throw. */
  static FunctionBody parse(
      LuaString source,
      LuaString chunkName,
      int levels,
      Runnable check,
      @Nullable SourceLines lines) {
    Lexer lexer = new Lexer(source, chunkName);
    Parser parser = new Parser(lexer, levels, check, lines);
    FunctionBody chunk = parser.scope.body;
    chunk.isVararg = true;
    lexer.next();
    chunk.block = parser.block();
    parser.expect(Token.END_OF_TEXT);
    parser.noteEnd(chunk);
    return chunk;
  }

  // ---- help for all

  void enter() {
    if (++levels > MOST_LEVELS) {
      throw lexer.plainError("chunk has too many syntax levels");
    }
  }

  void leave() {
    levels--;
  }

  /** Counts a node of the function's tree. */
  void count() {
    scope.body.size++;
    check.run();
  }

  boolean take(char c) {
    if (!lexer.is(c)) {
      return false;
    }
    lexer.next();
    return true;
  }

  boolean take(Token token) {
    if (!lexer.is(token)) {
      return false;
    }
    lexer.next();
    return true;
  }

  void expect(char c) {
    if (!take(c)) {
      throw lexer.error("'" + c + "' expected");
    }
  }

  void expect(Token token) {
    if (!lexer.is(token)) {
      throw lexer.error("'" + token.text + "' expected");
    }
    if (token != Token.END_OF_TEXT) {
      lexer.next();
    }
  }

  /** Expects what closes something that was opened on a line. */
  void expectClosing(Token token, String opener, int line) {
    if (!take(token)) {
      throw unclosed(token.text, opener, line);
    }
  }

  void expectClosing(char c, String opener, int line) {
    if (!take(c)) {
      throw unclosed(String.valueOf(c), opener, line);
    }
  }

  private LuaError unclosed(String closer, String opener, int line) {
    String where = line == lexer.line ? "" : " (to close '" + opener + "' at line " + line + ")";
    return lexer.error("'" + closer + "' expected" + where);
  }

  LuaString name() {
    if (!lexer.is(Token.NAME)) {
      throw lexer.error("'<name>' expected");
    }
    LuaString name = lexer.text;
    lexer.next();
    return name;
  }

  // ---- lines, for a debugger

  private void note(Object of, SourceLines.Part part, int line) {
    if (lines != null) {
      lines.note(of, part, line, scope.visible());
    }
  }

  /** A value that is put in its place only when more has been read. */
  void noteValue(Expression value, int line) {
    if (lines != null) {
      lines.note(value, SourceLines.Part.START, line, List.of());
    }
  }

  /** The last argument of a call, whose list has been read. */
  void noteLast(List<Expression> arguments) {
    if (!arguments.isEmpty()) {
      noteValue(arguments.get(arguments.size() - 1), lexer.lastLine);
    }
  }

  /** The end of a function, where its variables are gone. */
  private void noteEnd(FunctionBody body) {
    if (lines != null) {
      lines.note(body, SourceLines.Part.END, lexer.lastLine, List.of());
    }
  }

  /** The variables of a loop that have no name in the text: a debugger shows them. */
  private List<Local> hidden(String... names) {
    List<Local> hidden = new ArrayList<>();
    if (lines != null) {
      for (String name : names) {
        Local local = scope.declare(LuaString.of("(for " + name + ")"), 0);
        local.given(null);
        scope.activate(local);
        hidden.add(local);
      }
    }
    return hidden;
  }

  private void noteLoop(Statement loop, List<Local> hidden, int line) {
    if (lines != null) {
      lines.hide(loop, hidden);
    }
    note(loop, SourceLines.Part.AGAIN, line);
  }

  // ---- functions

  /** Parameters and body of a function whose reserved word was read on a line. */
  Expression.Function function(boolean isMethod, int line, @Nullable Local self) {
    FunctionBody body = new FunctionBody(scope.body, line);
    body.self = self;
    scope = new Scope(body, scope, lexer);
    expect('(');
    if (isMethod) {
      parameter(SELF);
    }
    if (!lexer.is(')')) {
      do {
        if (lexer.is(Token.NAME)) {
          parameter(name());
        } else if (take(Token.DOTS)) {
          body.isVararg = true;
          Local arg = scope.declare(ARG, 0);
          arg.given(null);
          body.argTable = arg;
        } else {
          throw lexer.error("<name> or '...' expected");
        }
      } while (!body.isVararg && take(','));
    }
    // As in C, the variable "arg" lies behind the parameters.
    if (body.argTable != null) {
      scope.activate(body.argTable);
    }
    expect(')');
    body.block = block();
    expectClosing(Token.END, "function", line);
    noteEnd(body);
    scope = Objects.requireNonNull(scope.outer);
    return new Expression.Function(body);
  }

  private void parameter(LuaString name) {
    Local local = scope.declare(name, 0);
    local.given(null);
    scope.activate(local);
    scope.body.parameters.add(local);
  }

  // ---- blocks

  private boolean endsBlock() {
    return switch (lexer.token) {
      case ELSE, ELSEIF, END, END_OF_TEXT, UNTIL -> true;
      default -> false;
    };
  }

  /** Statements up to what ends a block, in a scope of their own. */
  private List<Statement> block() {
    int mark = scope.open();
    List<Statement> statements = statements();
    scope.close(mark);
    return statements;
  }

  private List<Statement> statements() {
    List<Statement> statements = new ArrayList<>();
    boolean isLast = false;
    enter();
    while (!isLast && !endsBlock()) {
      isLast = lexer.is(Token.RETURN) || lexer.is(Token.BREAK);
      boolean isFirst = scope.body.size == 0;
      count();
      int line = lexer.line;
      List<Local> visible = lines == null ? List.of() : List.copyOf(scope.visible());
      Statement statement = statement();
      statements.add(statement);
      if (lines != null) {
        lines.noteStatement(statement, line, visible, isFirst, statements);
      }
      take(';');
    }
    leave();
    return statements;
  }

  private Statement statement() {
    int line = lexer.line;
    return switch (lexer.token) {
      case IF -> ifStatement(line);
      case WHILE -> whileStatement(line);
      case DO -> doStatement(line);
      case FOR -> forStatement(line);
      case REPEAT -> repeatStatement(line);
      case FUNCTION -> functionStatement(line);
      case LOCAL -> local();
      case RETURN -> returnStatement();
      case BREAK -> breakStatement();
      default -> expressionStatement();
    };
  }

  private Statement ifStatement(int line) {
    List<Statement.Branch> branches = new ArrayList<>();
    do {
      lexer.next();
      int conditionLine = lexer.line;
      Expression condition = expressions.expression();
      expect(Token.THEN);
      Statement.Branch branch = new Statement.Branch(condition, block());
      note(branch, SourceLines.Part.START, conditionLine);
      if (!lexer.is(Token.END)) {
        note(branch, SourceLines.Part.END, lexer.lastLine);
      }
      branches.add(branch);
    } while (lexer.is(Token.ELSEIF));
    List<Statement> otherwise = take(Token.ELSE) ? block() : null;
    expectClosing(Token.END, "if", line);
    return new Statement.If(branches, otherwise);
  }

  private Statement whileStatement(int line) {
    lexer.next();
    int conditionLine = lexer.line;
    Expression condition = expressions.expression();
    expect(Token.DO);
    scope.enterLoop(0);
    List<Statement> block = block();
    scope.leaveLoop(0);
    Statement loop = new Statement.While(condition, block);
    note(loop, SourceLines.Part.AGAIN, conditionLine);
    note(loop, SourceLines.Part.END, lexer.lastLine);
    expectClosing(Token.END, "while", line);
    return loop;
  }

  private Statement doStatement(int line) {
    lexer.next();
    List<Statement> block = block();
    expectClosing(Token.END, "do", line);
    return new Statement.Do(block);
  }

  private Statement repeatStatement(int line) {
    lexer.next();
    scope.enterLoop(0);
    int mark = scope.open();
    List<Statement> block = statements();
    expectClosing(Token.UNTIL, "repeat", line);
    int conditionLine = lexer.line;
    Expression condition = expressions.expression();
    Statement loop = new Statement.Repeat(block, condition);
    note(loop, SourceLines.Part.AGAIN, conditionLine);
    scope.close(mark);
    scope.leaveLoop(0);
    return loop;
  }

  private Statement forStatement(int line) {
    lexer.next();
    LuaString first = name();
    Statement loop;
    if (lexer.is('=')) {
      loop = numericFor(first, line);
    } else if (lexer.is(',') || lexer.is(Token.IN)) {
      loop = genericFor(first, line);
    } else {
      throw lexer.error("'=' or 'in' expected");
    }
    expectClosing(Token.END, "for", line);
    return loop;
  }

  private Statement numericFor(LuaString name, int line) {
    lexer.next();
    Expression first = expressions.expression();
    expect(',');
    Expression last = expressions.expression();
    Expression step = take(',') ? expressions.expression() : null;
    expect(Token.DO);
    scope.enterLoop(3);
    int outer = scope.open();
    List<Local> hidden = hidden("index", "limit", "step");
    int mark = scope.open();
    Local local = scope.declare(name, 0);
    local.given(new Expression.NumberConstant(0));
    scope.activate(local);
    List<Statement> block = block();
    scope.close(mark);
    Statement loop = new Statement.NumericFor(local, first, last, step, block, line);
    noteLoop(loop, hidden, line);
    scope.close(outer);
    scope.leaveLoop(3);
    return loop;
  }

  private Statement genericFor(LuaString first, int line) {
    List<LuaString> names = new ArrayList<>(List.of(first));
    while (take(',')) {
      names.add(name());
    }
    expect(Token.IN);
    int lineOfValues = lexer.line;
    List<Expression> values = expressions.list();
    expect(Token.DO);
    scope.enterLoop(3);
    int outer = scope.open();
    List<Local> hidden = hidden("generator", "state", "control");
    int mark = scope.open();
    List<Local> locals = declare(names);
    for (Local local : locals) {
      local.given(null);
      scope.activate(local);
    }
    List<Statement> block = block();
    scope.close(mark);
    Statement loop = new Statement.GenericFor(locals, values, block, Math.max(line, lineOfValues));
    noteLoop(loop, hidden, line);
    scope.close(outer);
    scope.leaveLoop(3);
    return loop;
  }

  private List<Local> declare(List<LuaString> names) {
    List<Local> locals = new ArrayList<>();
    for (LuaString name : names) {
      locals.add(scope.declare(name, locals.size()));
    }
    return locals;
  }

  private Statement functionStatement(int line) {
    lexer.next();
    Expression target = expressions.variable(name());
    boolean isMethod = false;
    while (!isMethod && (lexer.is('.') || lexer.is(':'))) {
      isMethod = lexer.is(':');
      lexer.next();
      int nameLine = lexer.line;
      target = new Expression.Index(target, new Expression.Text(name()), nameLine);
    }
    Expression.Function function = function(isMethod, line, null);
    assigned(target, function);
    return new Statement.Assignment(List.of(target), List.of(function), line);
  }

  private Statement local() {
    lexer.next();
    if (take(Token.FUNCTION)) {
      Local local = scope.declare(name(), 0);
      scope.activate(local);
      Expression.Function function = function(false, lexer.line, local);
      local.given(null);
      return new Statement.LocalFunction(local, function);
    }
    List<Local> locals = new ArrayList<>();
    do {
      locals.add(scope.declare(name(), locals.size()));
    } while (take(','));
    List<Expression> values = take('=') ? expressions.list() : List.of();
    for (int i = 0; i < locals.size(); i++) {
      Local local = locals.get(i);
      boolean isKnown = i < values.size() && !(i == values.size() - 1 && values.get(i).isMulti());
      local.given(isKnown ? values.get(i) : null);
      scope.activate(local);
    }
    return new Statement.LocalDeclaration(locals, values);
  }

  private Statement returnStatement() {
    lexer.next();
    boolean isEmpty = endsBlock() || lexer.is(';');
    List<Expression> values = isEmpty ? List.of() : expressions.list();
    if (values.size() > 1) {
      expressions.holdAll(values);
    }
    return new Statement.Return(values);
  }

  private Statement breakStatement() {
    lexer.next();
    if (!scope.isInLoop()) {
      throw lexer.error("no loop to break");
    }
    return new Statement.Break();
  }

  private Statement expressionStatement() {
    Expression first = expressions.suffixed();
    if (first instanceof Expression.Call || first instanceof Expression.MethodCall) {
      return new Statement.CallStatement(first);
    }
    List<Expression> targets = new ArrayList<>();
    targets.add(first);
    checkAssignable(first);
    while (take(',')) {
      Expression target = expressions.suffixed();
      checkAssignable(target);
      scope.checkTargets(targets.size(), MOST_LEVELS - levels);
      targets.add(target);
    }
    expect('=');
    List<Expression> values = expressions.list();
    for (int i = 0; i < targets.size(); i++) {
      boolean isKnown = i < values.size() && !(i == values.size() - 1 && values.get(i).isMulti());
      assigned(targets.get(i), isKnown ? values.get(i) : null);
    }
    return new Statement.Assignment(targets, values, lexer.lastLine);
  }

  private void checkAssignable(Expression target) {
    boolean isAssignable =
        target instanceof Expression.Variable
            || target instanceof Expression.Global
            || target instanceof Expression.Index;
    if (!isAssignable) {
      throw lexer.error("syntax error");
    }
  }

  private static void assigned(Expression target, @Nullable Expression value) {
    if (target instanceof Expression.Variable variable) {
      variable.local().assignments++;
      variable.local().given(value);
    }
  }
}
