package io.jacinth.commands.debug;

import io.jacinth.engine.Call;

/**
 * A sub-word of DEBUG. It is no subcommand: to clients DEBUG is one command, as in Redis.
 *
 * @param name in upper case
 * @param syntax its arguments, for HELP
 * @param summary for HELP
 * @param least how many arguments it takes at least
 * @param most how many at most
 */
record DebugWord(String name, String syntax, String summary, int least, int most, Body body) {
  /** What the word does; its first argument is argument 2 of the call. */
  interface Body {
    void run(Call call);
  }

  /** A word that takes so many arguments. */
  DebugWord(String name, String syntax, String summary, int arguments, Body body) {
    this(name, syntax, summary, arguments, arguments, body);
  }

  boolean accepts(int arguments) {
    return arguments >= least && arguments <= most;
  }
}
