package io.jacinth.commands.server;

import io.jacinth.engine.CommandTable;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import java.util.ArrayList;
import java.util.List;

/** A command as COMMAND DOCS describes it: maps in which what does not apply is left out. */
final class CommandDocumentation {
  private CommandDocumentation() {}

  static void write(Reply reply, RegisteredCommand command) {
    CommandSpec spec = command.spec();
    Fields fields = new Fields(reply);
    fields.text("summary", spec.summary());
    fields.text("since", spec.since());
    fields.text("group", spec.group().wireName());
    fields.text("complexity", spec.complexity());
    fields.words("doc_flags", documentationFlags(spec));
    fields.text("deprecated_since", spec.deprecatedSince());
    fields.text("replaced_by", spec.replacedBy());
    if (!spec.arguments().isEmpty()) {
      fields.add("arguments", () -> writeArguments(reply, spec.arguments(), new KeyCounter(spec)));
    }
    CommandTable subcommands = command.subcommands();
    if (subcommands != null) {
      fields.add("subcommands", () -> writeSubcommands(reply, subcommands));
    }
    reply.bulk(spec.name());
    fields.write();
  }

  private static List<String> documentationFlags(CommandSpec spec) {
    List<String> flags = new ArrayList<>();
    if (spec.deprecatedSince() != null) {
      flags.add("deprecated");
    }
    if (spec.isSystemCommand()) {
      flags.add("syscmd");
    }
    return flags;
  }

  private static void writeSubcommands(Reply reply, CommandTable subcommands) {
    reply.map(subcommands.all().size());
    subcommands.all().forEach(subcommand -> write(reply, subcommand));
  }

  private static void writeArguments(Reply reply, List<Argument> arguments, KeyCounter keys) {
    reply.array(arguments.size());
    arguments.forEach(argument -> write(reply, argument, keys));
  }

  private static void write(Reply reply, Argument argument, KeyCounter keys) {
    Fields fields = new Fields(reply);
    fields.text("name", argument.name());
    fields.text("type", argument.type().wireName());
    if (!argument.keyFlags().isEmpty() || argument.type() == Argument.Type.KEY) {
      int index = argument.type() == Argument.Type.KEY ? keys.next() : keys.ofPatterns();
      fields.add("key_spec_index", () -> reply.integer(index));
    }
    fields.text("token", argument.token());
    fields.text("since", argument.since());
    fields.words("flags", flags(argument));
    if (!argument.children().isEmpty()) {
      fields.add("arguments", () -> writeArguments(reply, argument.children(), keys));
    }
    fields.write();
  }

  private static List<String> flags(Argument argument) {
    List<String> flags = new ArrayList<>();
    if (argument.isOptional()) {
      flags.add("optional");
    }
    if (argument.isMultiple()) {
      flags.add("multiple");
    }
    if (argument.isTokenRepeated()) {
      flags.add("multiple_token");
    }
    return flags;
  }

  /**
   * Numbers the keys among a command's arguments: the n-th has the n-th key specification, those
   * left over share the last.
   */
  private static final class KeyCounter {
    private final int last;
    private int next;
    private int patterns;

    KeyCounter(CommandSpec spec) {
      last = spec.keySpecs().size() - 1;
    }

    int next() {
      return Math.min(next++, last);
    }

    /** All patterns of a command share one specification. */
    int ofPatterns() {
      if (patterns == 0) {
        patterns = next();
      }
      return patterns;
    }
  }
}
