package io.jacinth.engine.spec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A command's specification: everything about it that is not its body, said once. COMMAND and its
 * subcommands, the lock set, ACL categories, arity errors, hints and docs/COMMANDS.md all follow
 * from it.
 *
 * <p>Built by chaining: {@code CommandSpec.named("GETRANGE").in(STRING).since("2.4.0")
 * .summary(...).complexity(...).flags(READONLY).key("key", RO, ACCESS).integer("start")
 * .integer("end")}. A subcommand is named with its container: {@code CONFIG|GET}. Arity and key
 * positions follow from the arguments in their order; {@link #keySpec} states keys that the
 * arguments cannot.
 */
public final class CommandSpec {
  private final String name;
  private CommandGroup group = CommandGroup.GENERIC;
  private String since = "1.0.0";
  private String summary = "";
  private String complexity = "";
  private final EnumSet<CommandFlag> flags = EnumSet.noneOf(CommandFlag.class);
  private final Set<AclCategory> categories = EnumSet.noneOf(AclCategory.class);
  private final List<Argument> arguments = new ArrayList<>();
  private final List<KeySpec> keySpecs = new ArrayList<>();
  private final List<String> tips = new ArrayList<>();
  private LockScope lockScope = LockScope.KEYS;
  private int memberAt;
  private @Nullable String deprecatedSince;
  private @Nullable String replacedBy;
  private @Nullable Integer arity;
  private @Nullable Function<List<String>, Set<KeyFlag>> keyFlags;
  private boolean isSystemCommand;
  private boolean isContainer;
  private boolean isGroupCategoryImplied = true;
  private boolean hasStatedKeys;

  private CommandSpec(String name) {
    this.name = name;
  }

  /** A command, or a subcommand by {@code CONTAINER|SUBCOMMAND}. */
  public static CommandSpec named(String name) {
    return new CommandSpec(name.toLowerCase(Locale.ROOT));
  }

  /** A command that only holds subcommands; as in Redis, the group's category is theirs alone. */
  public static CommandSpec container(String name) {
    CommandSpec spec = named(name);
    spec.isContainer = true;
    return spec.arity(-2).withoutGroupCategory();
  }

  public CommandSpec in(CommandGroup newGroup) {
    group = newGroup;
    return this;
  }

  /** The version of Redis that first had it, or {@code valkey 8.1.0} for what only Valkey has. */
  public CommandSpec since(String version) {
    since = version;
    return this;
  }

  public CommandSpec summary(String text) {
    summary = text;
    return this;
  }

  public CommandSpec complexity(String text) {
    complexity = text;
    return this;
  }

  public CommandSpec flags(CommandFlag... newFlags) {
    Collections.addAll(flags, newFlags);
    return this;
  }

  /** Categories besides those that follow from the group and the flags. */
  public CommandSpec categories(AclCategory... more) {
    Collections.addAll(categories, more);
    return this;
  }

  /** Takes the group's own category away (a few commands stand in a group without its category). */
  public CommandSpec withoutGroupCategory() {
    isGroupCategoryImplied = false;
    return this;
  }

  /** The hints of COMMAND INFO for proxies and clients, as {@code request_policy:all_shards}. */
  public CommandSpec tips(String... newTips) {
    Collections.addAll(tips, newTips);
    return this;
  }

  public CommandSpec deprecated(String version, String replacement) {
    deprecatedSince = version;
    replacedBy = replacement;
    return this;
  }

  public CommandSpec locks(LockScope scope) {
    lockScope = scope;
    return this;
  }

  /**
   * Says where the word stands, the command's name being 0, that is looked up in the collection
   * under the first key: then memory can be read ahead for it.
   */
  public CommandSpec looksUp(int position) {
    memberAt = position;
    return this;
  }

  /** Overrides the arity that follows from the arguments. */
  public CommandSpec arity(int newArity) {
    arity = newArity;
    return this;
  }

  public CommandSpec argument(Argument argument) {
    arguments.add(argument);
    return this;
  }

  public CommandSpec optional(Argument argument) {
    return argument(argument.optional());
  }

  public CommandSpec key(String keyName, KeyFlag... keyFlags) {
    return argument(Argument.key(keyName, keyFlags));
  }

  /** One or more keys to the end. */
  public CommandSpec keys(String keyName, KeyFlag... keyFlags) {
    return argument(Argument.key(keyName, keyFlags).multiple());
  }

  public CommandSpec string(String argumentName) {
    return argument(Argument.string(argumentName));
  }

  public CommandSpec integer(String argumentName) {
    return argument(Argument.integer(argumentName));
  }

  public CommandSpec real(String argumentName) {
    return argument(Argument.real(argumentName));
  }

  /** States keys by hand; the arguments then give none. */
  public CommandSpec keySpec(KeySpec keySpec) {
    hasStatedKeys = true;
    keySpecs.add(keySpec);
    return this;
  }

  /**
   * Says what the command does with its keys, by its words, where that varies from call to call.
   */
  public CommandSpec keyFlags(Function<List<String>, Set<KeyFlag>> byWords) {
    keyFlags = byWords;
    return this;
  }

  /** Says that the command is for the server's own use, which COMMAND DOCS tells. */
  public CommandSpec systemCommand() {
    isSystemCommand = true;
    return this;
  }

  /** The name in lower case, with its container's for a subcommand: {@code config|get}. */
  public String name() {
    return name;
  }

  /** The name without the container's. */
  public String shortName() {
    return name.substring(name.indexOf('|') + 1);
  }

  /** The container's name, or null. */
  public @Nullable String containerName() {
    int bar = name.indexOf('|');
    return bar < 0 ? null : name.substring(0, bar);
  }

  public boolean isContainer() {
    return isContainer;
  }

  public CommandGroup group() {
    return group;
  }

  public String since() {
    return since;
  }

  public String summary() {
    return summary;
  }

  public String complexity() {
    return complexity;
  }

  public boolean has(CommandFlag flag) {
    return flags.contains(flag);
  }

  /** The stated flags and those that follow from the keys. */
  public Set<CommandFlag> flags() {
    EnumSet<CommandFlag> all = EnumSet.copyOf(flags);
    if (!keyRange().isWhole()) {
      all.add(CommandFlag.MOVABLEKEYS);
    }
    return Collections.unmodifiableSet(all);
  }

  public List<String> tips() {
    return Collections.unmodifiableList(tips);
  }

  public List<Argument> arguments() {
    return Collections.unmodifiableList(arguments);
  }

  /** The arguments as a line for people, as {@code key [EX seconds]}. */
  public String argumentSyntax() {
    return Syntax.of(arguments);
  }

  public boolean isSystemCommand() {
    return isSystemCommand;
  }

  public LockScope lockScope() {
    return lockScope;
  }

  /** The position of what is looked up in the collection under the first key; 0: nothing is. */
  public int memberAt() {
    return memberAt;
  }

  public @Nullable String deprecatedSince() {
    return deprecatedSince;
  }

  public @Nullable String replacedBy() {
    return replacedBy;
  }

  /**
   * Number of words, the name included (a subcommand's container too); negative: at least that
   * many.
   */
  public int arity() {
    if (arity != null) {
      return arity;
    }
    int words = 1 + (containerName() == null ? 0 : 1);
    words += arguments.stream().mapToInt(Argument::leastWords).sum();
    return arguments.stream().allMatch(Argument::isFixed) ? words : -words;
  }

  /** The stated categories and those that follow from group and flags. */
  public Set<AclCategory> categories() {
    EnumSet<AclCategory> all = EnumSet.copyOf(categories);
    AclCategory ofGroup = group.category();
    if (ofGroup != null && isGroupCategoryImplied) {
      all.add(ofGroup);
    }
    if (has(CommandFlag.WRITE)) {
      all.add(AclCategory.WRITE);
    }
    if (has(CommandFlag.READONLY) && !all.contains(AclCategory.SCRIPTING)) {
      all.add(AclCategory.READ);
    }
    if (has(CommandFlag.ADMIN)) {
      all.addAll(List.of(AclCategory.ADMIN, AclCategory.DANGEROUS));
    }
    if (has(CommandFlag.PUBSUB)) {
      all.add(AclCategory.PUBSUB);
    }
    if (has(CommandFlag.BLOCKING)) {
      all.add(AclCategory.BLOCKING);
    }
    all.add(has(CommandFlag.FAST) ? AclCategory.FAST : AclCategory.SLOW);
    return all;
  }

  /** Where the keys are. */
  public List<KeySpec> keySpecs() {
    return hasStatedKeys ? Collections.unmodifiableList(keySpecs) : keySpecsOfArguments();
  }

  /** The keys as one range of positions, as far as they are one. */
  public KeyRange keyRange() {
    return KeyRange.of(keySpecs());
  }

  /** What a call does with the keys of one of its key specifications. */
  public Set<KeyFlag> keyFlags(KeySpec keySpec, List<String> words) {
    return keyFlags == null ? keySpec.flags() : keyFlags.apply(words);
  }

  private List<KeySpec> keySpecsOfArguments() {
    List<KeySpec> found = new ArrayList<>();
    int position = 1 + (containerName() == null ? 0 : 1);
    for (Argument argument : arguments) {
      if (argument.type() == Argument.Type.KEY) {
        found.add(
            argument.isMultiple()
                ? new KeySpec(
                    new KeySpec.Begin.Index(position),
                    new KeySpec.Find.Range(-1, 1, 0),
                    argument.keyFlags())
                : KeySpec.single(position, argument.keyFlags()));
      } else if (argument.type() == Argument.Type.BLOCK
          && argument.isMultiple()
          && argument.children().getFirst().type() == Argument.Type.KEY) {
        found.add(
            new KeySpec(
                new KeySpec.Begin.Index(position),
                new KeySpec.Find.Range(-1, argument.children().size(), 0),
                argument.children().getFirst().keyFlags()));
      }
      if (!argument.isFixed()) {
        break;
      }
      position += argument.leastWords();
    }
    return found;
  }

  @Override
  public String toString() {
    return name + Arrays.toString(arguments.stream().map(Argument::name).toArray());
  }
}
