package io.jacinth.commands.server;

import static io.jacinth.engine.spec.AclCategory.CONNECTION;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.pattern;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.Glob;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * {@code COMMAND LIST [FILTERBY MODULE name | ACLCAT category | PATTERN pattern]}: the names of
 * commands and subcommands.
 */
final class CommandList implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("COMMAND|LIST")
        .in(CommandGroup.SERVER)
        .since("7.0.0")
        .summary("Returns the names of all commands, or of some.")
        .complexity("O(N), N being the number of commands")
        .flags(LOADING, STALE)
        .categories(CONNECTION)
        .tips("nondeterministic_output_order")
        .optional(
            oneOf(
                    "filterby",
                    string("module-name").token("MODULE"),
                    string("category").token("ACLCAT"),
                    pattern("pattern").token("PATTERN"))
                .token("FILTERBY"));
  }

  @Override
  public void run(Call call) {
    List<String> names =
        call.engine().commands().callable().stream()
            .map(RegisteredCommand::spec)
            .filter(filter(call))
            .map(CommandSpec::name)
            .toList();
    call.reply().array(names.size());
    names.forEach(call.reply()::bulk);
  }

  private static Predicate<CommandSpec> filter(Call call) {
    if (call.count() == 2) {
      return spec -> true;
    }
    if (call.count() != 5 || !call.is(2, "FILTERBY")) {
      throw ErrorReply.SYNTAX.exception();
    }
    String wanted = call.text(4);
    if (call.is(3, "MODULE")) {
      return spec -> false;
    }
    if (call.is(3, "ACLCAT")) {
      String category = wanted.toLowerCase(Locale.ROOT);
      return spec -> spec.categories().stream().anyMatch(each -> each.wireName().equals(category));
    }
    if (call.is(3, "PATTERN")) {
      return spec -> Glob.matches(wanted, spec.name(), true);
    }
    throw ErrorReply.SYNTAX.exception();
  }
}
