package io.jacinth.commands.server;

import io.jacinth.engine.Call;

/**
 * A sub-word of DEBUG. It is no subcommand: to clients DEBUG is one command, as in Redis.
 *
 * @param name in upper case
 * @param syntax its arguments, for HELP
 * @param summary for HELP
 * @param arguments how many it takes
 */
record DebugWord(String name, String syntax, String summary, int arguments, Body body) {
  /** What the word does; its first argument is argument 2 of the call. */
  interface Body {
    void run(Call call);
  }
}
