package io.jacinth.scripting;

import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.ScriptCalls;
import io.jacinth.lua.LuaString;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which command a constant of a script named: where a script says {@code 'GET'}, each
 * call brings the same object. Commands do not change while the server runs. Owned by a runner.
 */
final class CommandNames {
  private static final int PLACES = 256;

  private final ScriptCalls calls;
  private final @Nullable LuaString[] names = new LuaString[PLACES];
  private final @Nullable RegisteredCommand[] commands = new RegisteredCommand[PLACES];

  CommandNames(ScriptCalls calls) {
    this.calls = calls;
  }

  /** The command that the present words name, of which this is the first; null: there is none. */
  @Nullable RegisteredCommand find(@Nullable Object name) {
    if (!(name instanceof LuaString string)) {
      return calls.find();
    }
    int place = string.hashCode() & PLACES - 1;
    if (string.equals(names[place])) {
      return calls.found(commands[place]);
    }
    RegisteredCommand command = calls.find();
    if (command != null && calls.isNamedByOneWord()) {
      names[place] = string;
      commands[place] = command;
    }
    return command;
  }
}
