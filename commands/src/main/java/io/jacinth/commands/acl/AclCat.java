package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.AclCategory;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;
import java.util.stream.Stream;

/** {@code ACL CAT [categoryname]}: the categories, or the commands of one. */
final class AclCat implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|CAT")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Returns the categories of commands, or the commands of one.")
        .complexity("O(N), N being the number of commands")
        .flags(NOSCRIPT, LOADING, STALE)
        .optional(Argument.string("categoryname"));
  }

  @Override
  public void run(Call call) {
    List<String> names;
    if (call.count() == 2) {
      names = Stream.of(AclCategory.values()).map(AclCategory::wireName).toList();
    } else if (call.count() == 3) {
      names = commands(call, category(call.text(2)));
    } else {
      throw Usage.wrong(call);
    }
    call.reply().array(names.size());
    names.forEach(call.reply()::bulk);
  }

  private static AclCategory category(String name) {
    AclCategory category = AclCategory.named(name);
    if (category == null) {
      throw new CommandException("ERR Unknown category '" + name + "'");
    }
    return category;
  }

  private static List<String> commands(Call call, AclCategory category) {
    return call.engine().commands().all().stream()
        .filter(command -> command.spec().categories().contains(category))
        .map(RegisteredCommand::name)
        .toList();
  }
}
