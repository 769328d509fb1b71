package io.jacinth.engine.acl;

import io.jacinth.engine.CommandRegistry;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Makes a selector from another by modifiers. The rules on commands are kept as they were given; a
 * new one takes away those before it that it makes void: of the same command, its subcommands or
 * the same category. Used by one thread.
 */
final class SelectorEditor {
  private final CommandRegistry registry;
  private boolean allCommands;
  private boolean allKeys;
  private boolean allChannels;
  private boolean isOpenToNewCommands;
  private long[] commands;
  private @Nullable List<String> @Nullable [] firstArguments;
  private final List<String> commandRules = new ArrayList<>();
  private final List<KeyPattern> keys = new ArrayList<>();
  private final List<Slice> channels = new ArrayList<>();

  /** A selector that opens nothing but, where {@code acl-pubsub-default} says so, channels. */
  SelectorEditor(CommandRegistry registry, boolean allChannels) {
    this.registry = registry;
    this.allChannels = allChannels;
    this.commands = new long[(registry.all().size() >>> 6) + 1];
  }

  SelectorEditor(CommandRegistry registry, Selector source) {
    this.registry = registry;
    this.allCommands = source.allCommands();
    this.allKeys = source.allKeys();
    this.allChannels = source.allChannels();
    this.isOpenToNewCommands = source.isOpenToNewCommands();
    this.commands = source.commands().clone();
    this.firstArguments = source.firstArguments() == null ? null : source.firstArguments().clone();
    this.commandRules.addAll(source.commandRules());
    this.keys.addAll(source.keys());
    this.channels.addAll(source.channels());
  }

  Selector selector() {
    return new Selector(
        allCommands,
        allKeys,
        allChannels,
        commands.clone(),
        firstArguments == null ? null : firstArguments.clone(),
        isOpenToNewCommands,
        List.copyOf(commandRules),
        List.copyOf(keys),
        List.copyOf(channels));
  }

  /** Applies one modifier. */
  void apply(String modifier) throws RuleException {
    switch (modifier.toLowerCase(Locale.ROOT)) {
      case "allkeys", "~*" -> resetKeys(true);
      case "resetkeys" -> resetKeys(false);
      case "allchannels", "&*" -> resetChannels(true);
      case "resetchannels" -> resetChannels(false);
      case "allcommands", "+@all" -> resetCommands(true);
      case "nocommands", "-@all" -> resetCommands(false);
      default -> applyWithOperand(modifier);
    }
  }

  private void applyWithOperand(String modifier) throws RuleException {
    switch (modifier.charAt(0)) {
      case '~' -> addKeys(modifier.substring(1), KeyPattern.ALL);
      case '%' -> addKeysForUse(modifier);
      case '&' -> addChannel(modifier.substring(1));
      case '+', '-' -> changeCommands(modifier);
      default -> throw RuleError.SYNTAX.exception();
    }
  }

  // ---------------------------------------------------------------- keys and channels

  private void resetKeys(boolean all) {
    allKeys = all;
    keys.clear();
  }

  private void resetChannels(boolean all) {
    allChannels = all;
    channels.clear();
  }

  private void addKeysForUse(String modifier) throws RuleException {
    if (allKeys) {
      throw RuleError.NEEDLESS_KEY_PATTERN.exception();
    }
    int permissions = 0;
    int i = 1;
    while (i < modifier.length() && modifier.charAt(i) != '~') {
      int permission = "Rr".indexOf(modifier.charAt(i)) >= 0 ? KeyPattern.READ : 0;
      permission |= "Ww".indexOf(modifier.charAt(i)) >= 0 ? KeyPattern.WRITE : 0;
      if (permission == 0 || (permissions & permission) != 0) {
        throw RuleError.SYNTAX.exception();
      }
      permissions |= permission;
      i++;
    }
    if (permissions == 0) {
      throw RuleError.SYNTAX.exception();
    }
    addKeys(modifier.substring(Math.min(i + 1, modifier.length())), permissions);
  }

  private void addKeys(String pattern, int permissions) throws RuleException {
    if (allKeys) {
      throw RuleError.NEEDLESS_KEY_PATTERN.exception();
    }
    refuseSpaces(pattern);
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i).text().equals(pattern)) {
        keys.set(i, new KeyPattern(pattern, keys.get(i).permissions() | permissions));
        return;
      }
    }
    keys.add(new KeyPattern(pattern, permissions));
  }

  private void addChannel(String pattern) throws RuleException {
    if (allChannels) {
      throw RuleError.NEEDLESS_CHANNEL_PATTERN.exception();
    }
    refuseSpaces(pattern);
    Slice bytes = Slice.ofLatin1(pattern);
    if (channels.stream().noneMatch(bytes::contentEquals)) {
      channels.add(bytes);
    }
  }

  private static void refuseSpaces(String pattern) throws RuleException {
    if (hasSpaces(pattern)) {
      throw RuleError.SYNTAX.exception();
    }
  }

  /** Whether a text has white space or a zero byte in it. */
  static boolean hasSpaces(String text) {
    return text.chars().anyMatch(c -> c == ' ' || c == 0 || (c >= '\t' && c <= '\r'));
  }

  // ---------------------------------------------------------------- commands

  private void resetCommands(boolean all) {
    allCommands = all;
    isOpenToNewCommands = all;
    Arrays.fill(commands, all ? -1L : 0);
    firstArguments = null;
    commandRules.clear();
  }

  private void changeCommands(String modifier) throws RuleException {
    boolean isOpen = modifier.charAt(0) == '+';
    String name = modifier.substring(1);
    if (name.startsWith("@")) {
      change(category(name.substring(1)), isOpen);
      note(name.toLowerCase(Locale.ROOT), isOpen);
    } else if (isOpen && name.contains("|")) {
      openSubcommand(name);
    } else {
      RegisteredCommand command = command(name);
      change(command, isOpen);
      note(command.name(), isOpen);
    }
  }

  private RegisteredCommand command(String name) throws RuleException {
    RegisteredCommand command = registry.find(name);
    if (command == null) {
      throw RuleError.UNKNOWN_NAME.exception();
    }
    return command;
  }

  private static AclCategory category(String name) throws RuleException {
    AclCategory category = AclCategory.named(name);
    if (category == null) {
      throw RuleError.UNKNOWN_NAME.exception();
    }
    return category;
  }

  private void openSubcommand(String name) throws RuleException {
    int bar = name.lastIndexOf('|');
    RegisteredCommand parent = command(name.substring(0, bar));
    if (parent.spec().containerName() != null) {
      throw RuleError.ARGUMENT_OF_SUBCOMMAND.exception();
    }
    String word = name.substring(bar + 1);
    if (word.isEmpty()) {
      throw RuleError.SYNTAX.exception();
    }
    if (parent.subcommands() != null) {
      RegisteredCommand command = command(name);
      change(command, true);
      note(command.name(), true);
    } else {
      openFirstArgument(parent, word);
      note(parent.name() + "|" + word, true);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no other way to make such an array
  private void openFirstArgument(RegisteredCommand command, String word) {
    if (firstArguments == null) {
      firstArguments = new List[registry.all().size()];
    }
    List<String> old = firstArguments[command.id()];
    List<String> words = old == null ? new ArrayList<>() : new ArrayList<>(old);
    words.removeIf(word::equalsIgnoreCase);
    words.add(word);
    firstArguments[command.id()] = List.copyOf(words);
  }

  private void change(AclCategory category, boolean isOpen) {
    for (RegisteredCommand command : registry.all()) {
      if (command.spec().categories().contains(category)) {
        change(command, isOpen);
      }
    }
  }

  /** Opens or closes a command with all its subcommands. */
  private void change(RegisteredCommand command, boolean isOpen) {
    int id = command.id();
    long bit = 1L << id;
    commands[id >>> 6] = isOpen ? commands[id >>> 6] | bit : commands[id >>> 6] & ~bit;
    allCommands &= isOpen;
    if (firstArguments != null) {
      firstArguments[id] = null;
    }
    if (command.subcommands() != null) {
      command.subcommands().all().forEach(child -> change(child, isOpen));
    }
  }

  private void note(String rule, boolean isOpen) {
    commandRules.removeIf(old -> makesVoid(rule, old.substring(1)));
    commandRules.add((isOpen ? "+" : "-") + rule);
  }

  private static boolean makesVoid(String rule, String old) {
    return old.regionMatches(true, 0, rule, 0, rule.length())
        && (old.length() == rule.length() || old.charAt(rule.length()) == '|');
  }
}
