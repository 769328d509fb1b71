package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.block;
import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.ADMIN;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.observe.HotKeySession;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;

/**
 * {@code HOTKEYS START METRICS count [CPU] [NET] [COUNT k] [DURATION seconds] [SAMPLE ratio]}:
 * begins a search for the keys whose commands take most time or move most bytes. The slots of a
 * cluster cannot be chosen.
 */
final class HotKeysStart implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("HOTKEYS|START")
        .in(CommandGroup.SERVER)
        .since("8.6.0")
        .summary("Begins a search for the keys that cost most.")
        .complexity("O(1)")
        .flags(ADMIN, NOSCRIPT)
        .argument(
            block(
                "metrics",
                integer("count").token("METRICS"),
                word("cpu", "CPU").optional(),
                word("net", "NET").optional()))
        .optional(integer("k").token("COUNT"))
        .optional(integer("seconds").token("DURATION"))
        .optional(integer("ratio").token("SAMPLE"))
        .arity(-2);
  }

  @Override
  public void run(Call call) {
    HotKeySession current = call.engine().hotKeys().session();
    boolean isActive = current != null && current.isActive();
    if (isActive || !call.engine().hotKeys().start(new HotKeyOptions(call).read())) {
      throw new CommandException("ERR hotkey tracking session already in progress");
    }
    call.reply().ok();
  }
}
