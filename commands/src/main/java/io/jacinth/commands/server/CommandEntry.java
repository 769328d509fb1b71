package io.jacinth.commands.server;

import io.jacinth.engine.CommandTable;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.KeyFlag;
import io.jacinth.engine.spec.KeyRange;
import io.jacinth.engine.spec.KeySpec;
import io.jacinth.protocol.Reply;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A command as COMMAND and COMMAND INFO describe it, in Redis 7's ten fields: name, arity, flags,
 * first and last key and step, categories, tips, key specifications, subcommands.
 */
final class CommandEntry {
  private static final int FIELDS = 10;

  private CommandEntry() {}

  static void write(Reply reply, RegisteredCommand command) {
    CommandSpec spec = command.spec();
    KeyRange keys = spec.keyRange();
    reply.array(FIELDS);
    reply.bulk(spec.name());
    reply.integer(spec.arity());
    writeWords(reply, flags(spec));
    reply.integer(keys.first());
    reply.integer(keys.last());
    reply.integer(keys.step());
    writeWords(
        reply, spec.categories().stream().map(category -> "@" + category.wireName()).toList());
    reply.set(spec.tips().size());
    spec.tips().forEach(reply::bulk);
    reply.set(command.keySpecs().size());
    command.keySpecs().forEach(keySpec -> write(reply, keySpec));
    writeSubcommands(reply, command.subcommands());
  }

  private static List<String> flags(CommandSpec spec) {
    return spec.flags().stream().filter(CommandFlag::isShown).map(CommandFlag::wireName).toList();
  }

  private static void writeSubcommands(
      Reply reply, @org.jspecify.annotations.Nullable CommandTable subcommands) {
    if (subcommands == null) {
      reply.set(0);
      return;
    }
    reply.array(subcommands.all().size());
    subcommands.all().forEach(subcommand -> write(reply, subcommand));
  }

  private static void writeWords(Reply reply, Collection<String> words) {
    reply.set(words.size());
    words.forEach(reply::status);
  }

  private static void write(Reply reply, KeySpec spec) {
    reply.map(3);
    reply.bulk("flags");
    writeFlags(reply, spec.flags());
    reply.bulk("begin_search");
    switch (spec.begin()) {
      case KeySpec.Begin.Index(int position) -> {
        type(reply, "index", 1);
        field(reply, "index", position);
      }
      case KeySpec.Begin.Keyword(String word, int startFrom) -> {
        type(reply, "keyword", 2);
        reply.bulk("keyword");
        reply.bulk(word);
        field(reply, "startfrom", startFrom);
      }
      case KeySpec.Begin.LastOption option -> type(reply, "unknown", 0);
      case KeySpec.Begin.Unknown() -> type(reply, "unknown", 0);
    }
    reply.bulk("find_keys");
    switch (spec.isSayable() ? spec.find() : new KeySpec.Find.Unknown()) {
      case KeySpec.Find.Range(int lastKey, int step, int limit) -> {
        type(reply, "range", 3);
        field(reply, "lastkey", lastKey);
        field(reply, "keystep", step);
        field(reply, "limit", limit);
      }
      case KeySpec.Find.KeyNumber(int numberPosition, int firstKey, int step) -> {
        type(reply, "keynum", 3);
        field(reply, "keynumidx", numberPosition);
        field(reply, "firstkey", firstKey);
        field(reply, "keystep", step);
      }
      case KeySpec.Find.Unknown() -> type(reply, "unknown", 0);
    }
  }

  /** Writes the flags of a key in the order of their declaration. */
  static void writeFlags(Reply reply, Set<KeyFlag> flags) {
    writeWords(reply, flags.stream().sorted().map(KeyFlag::wireName).toList());
  }

  private static void type(Reply reply, String name, int fields) {
    reply.map(2);
    reply.bulk("type");
    reply.bulk(name);
    reply.bulk("spec");
    reply.map(fields);
  }

  private static void field(Reply reply, String name, int value) {
    reply.bulk(name);
    reply.integer(value);
  }
}
