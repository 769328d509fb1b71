package io.jacinth.commands;

import io.jacinth.engine.Call;
import io.jacinth.engine.CommandTable;
import io.jacinth.engine.RegisteredCommand;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the HELP of every container answers: its subcommands, from their specifications. */
public final class Help {
  private Help() {}

  /** Answers the help of the container whose HELP runs. */
  public static void answer(Call call) {
    String container = Objects.requireNonNull(call.command().spec().containerName());
    RegisteredCommand found =
        Objects.requireNonNull(call.engine().commands().table().find(Slice.of(container)));
    CommandTable subcommands = Objects.requireNonNull(found.subcommands());
    List<String> lines = new ArrayList<>();
    subcommands.all().forEach(subcommand -> addLines(lines, subcommand.spec()));
    answer(call.reply(), container, lines);
  }

  private static void addLines(List<String> lines, CommandSpec spec) {
    String name = spec.shortName().toUpperCase(Locale.ROOT);
    String arguments = spec.argumentSyntax();
    lines.add(arguments.isEmpty() ? name : name + " " + arguments);
    lines.add("    " + spec.summary());
  }

  /** Answers lines under the heading that Redis gives them. */
  public static void answer(Reply reply, String command, List<String> lines) {
    reply.array(lines.size() + 1L);
    reply.status(
        command.toUpperCase(Locale.ROOT)
            + " <subcommand> [<arg> [value] [opt] ...]. Subcommands are:");
    lines.forEach(reply::status);
  }
}
