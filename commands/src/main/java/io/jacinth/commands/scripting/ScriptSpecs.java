package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.key;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.MAY_REPLICATE;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.NO_MANDATORY_KEYS;
import static io.jacinth.engine.spec.CommandFlag.READONLY;
import static io.jacinth.engine.spec.CommandFlag.SKIP_MONITOR;
import static io.jacinth.engine.spec.CommandFlag.STALE;
import static io.jacinth.engine.spec.KeyFlag.ACCESS;
import static io.jacinth.engine.spec.KeyFlag.RO;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.Set;

/** What the specifications of all commands that run scripts or functions have in common. */
final class ScriptSpecs {
  private static final Set<KeyFlag> CHANGED = Set.of(RW, ACCESS, UPDATE);
  private static final Set<KeyFlag> READ = Set.of(RO, ACCESS);

  private ScriptSpecs() {}

  /**
   * That of a command whose script may change the keys.
   *
   * @param what the argument that gives or names the script
   */
  static CommandSpec writing(String name, String what, String since, String summary) {
    return common(name, what, since, summary, CHANGED).flags(MAY_REPLICATE);
  }

  /** That of a command whose script may change nothing. */
  static CommandSpec reading(String name, String what, String since, String summary) {
    return common(name, what, since, summary, READ).flags(READONLY);
  }

  private static CommandSpec common(
      String name, String what, String since, String summary, Set<KeyFlag> keyFlags) {
    return CommandSpec.named(name)
        .in(CommandGroup.SCRIPTING)
        .since(since)
        .summary(summary)
        .complexity("That of the script")
        .flags(NOSCRIPT, STALE, SKIP_MONITOR, NO_MANDATORY_KEYS)
        .locks(LockScope.SCRIPT)
        .string(what)
        .integer("numkeys")
        .optional(key("key", keyFlags.toArray(KeyFlag[]::new)).multiple())
        .optional(string("arg").multiple())
        .keySpec(
            new KeySpec(new KeySpec.Begin.Index(2), new KeySpec.Find.KeyNumber(0, 1, 1), keyFlags));
  }
}
