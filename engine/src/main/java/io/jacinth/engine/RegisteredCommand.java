package io.jacinth.engine;

import io.jacinth.engine.admission.Admission;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.engine.spec.LockScope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command in the table, with what the dispatcher needs of its specification worked out once.
 * Immutable, shared by all threads.
 */
public final class RegisteredCommand {
  private final int id;
  private final Command command;
  private final CommandSpec spec;
  private final int arity;
  private final List<KeySpec> keySpecs;
  private final boolean locksAll;
  private final boolean reachesAll;
  private final boolean isImmediate;
  private final boolean isExec;
  private final int unusual;
  private final @Nullable CommandTable subcommands;

  /** First and last position and step where all keys stand at fixed places; first 0: no keys. */
  final int firstKey;

  final int lastKey;
  final int keyStep;

  /** The position of the word that is looked up in the collection under the first key, or 0. */
  final int memberAt;

  /** Whether it runs a script, which sees to its locks. */
  final boolean runsScript;

  /** Whether keys must be searched for by {@link KeyPositions}, to take their locks. */
  final boolean searchesKeys;

  RegisteredCommand(int id, Command command, @Nullable CommandTable subcommands) {
    this.id = id;
    this.command = command;
    this.spec = command.spec();
    this.arity = spec.arity();
    this.keySpecs = spec.keySpecs();
    this.locksAll = spec.lockScope() == LockScope.ALL;
    this.reachesAll = spec.lockScope() != LockScope.KEYS;
    this.isExec = spec.name().equals("exec");
    this.isImmediate = spec.has(CommandFlag.IMMEDIATE);
    this.unusual =
        (spec.has(CommandFlag.PROTECTED) ? Admission.PROTECTED : 0)
            | (spec.has(CommandFlag.NO_MULTI) ? Admission.NOT_QUEUED : 0);
    this.subcommands = subcommands;
    boolean isSimple = keySpecs.size() == 1 && keySpecs.getFirst().isFixed();
    if (isSimple
        && keySpecs.getFirst().begin() instanceof KeySpec.Begin.Index begin
        && keySpecs.getFirst().find() instanceof KeySpec.Find.Range range) {
      firstKey = begin.position();
      lastKey = range.lastKey() < 0 ? range.lastKey() : firstKey + range.lastKey();
      keyStep = range.step();
    } else {
      firstKey = 0;
      lastKey = 0;
      keyStep = 0;
    }
    this.memberAt = spec.memberAt();
    this.runsScript = spec.lockScope() == LockScope.SCRIPT;
    this.searchesKeys =
        !isSimple && !keySpecs.isEmpty() && !runsScript && spec.lockScope() != LockScope.STEPS;
  }

  /** A small number, unique among all commands and subcommands, for tables. */
  public int id() {
    return id;
  }

  public Command command() {
    return command;
  }

  public CommandSpec spec() {
    return spec;
  }

  public List<KeySpec> keySpecs() {
    return keySpecs;
  }

  public @Nullable CommandTable subcommands() {
    return subcommands;
  }

  boolean locksAll() {
    return locksAll;
  }

  /** Whether it needs every partition, be it one after the other. */
  boolean reachesAll() {
    return reachesAll;
  }

  /** Whether it is EXEC, whose refusal ends the transaction. */
  boolean isExec() {
    return isExec;
  }

  /** Whether it runs at once also between MULTI and EXEC. */
  boolean isImmediate() {
    return isImmediate;
  }

  /** The bits of {@link Admission} that are on for this command, whoever asks for it. */
  int unusual() {
    return unusual;
  }

  /** Whether so many words, the name included, are enough and not too many. */
  public boolean accepts(int words) {
    return arity >= 0 ? words == arity : words >= -arity;
  }

  /** The full name in lower case, as {@code config|get}. */
  public String name() {
    return spec.name();
  }
}
