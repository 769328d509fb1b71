package io.jacinth.commands.scripting;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class ScriptingCommands {
  public static final List<Command> ALL =
      List.of(
          new Eval(),
          new EvalRo(),
          new EvalSha(),
          new EvalShaRo(),
          new FCall(),
          new FCallRo(),
          new FunctionContainer(),
          new FunctionDelete(),
          new FunctionDump(),
          new FunctionFlush(),
          new FunctionHelp(),
          new FunctionKill(),
          new FunctionList(),
          new FunctionLoad(),
          new FunctionRestore(),
          new FunctionStats(),
          new ScriptContainer(),
          new ScriptDebug(),
          new ScriptExists(),
          new ScriptFlush(),
          new ScriptHelp(),
          new ScriptKill(),
          new ScriptLoad(),
          new ScriptShow());

  private ScriptingCommands() {}
}
