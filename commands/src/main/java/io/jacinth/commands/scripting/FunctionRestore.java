package io.jacinth.commands.scripting;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.WRITE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.FunctionLibraries.Policy;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.spec.LockScope;
import io.jacinth.protocol.Slice;

/**
 * {@code FUNCTION RESTORE serialized-value [FLUSH | APPEND | REPLACE]}: makes the libraries of a
 * payload, all or none.
 */
final class FunctionRestore implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("FUNCTION|RESTORE")
        .in(CommandGroup.SCRIPTING)
        .since("7.0.0")
        .summary("Makes the libraries of a payload of FUNCTION DUMP.")
        .complexity("O(N), N being the number of functions")
        .flags(WRITE, DENYOOM, NOSCRIPT)
        .tips("request_policy:all_shards", "response_policy:all_succeeded")
        .locks(LockScope.ALL)
        .string("serialized-value")
        .optional(oneOf("policy", word("FLUSH"), word("APPEND"), word("REPLACE")));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 4) {
      throw new CommandException(
          "ERR unknown subcommand or wrong number of arguments for '"
              + call.quoted(1)
              + "'. Try FUNCTION HELP.");
    }
    Policy policy = call.count() == 3 ? Policy.APPEND : policy(call);
    Slice payload = call.argument(2);
    if (!isIntact(call, payload)) {
      throw new CommandException("ERR DUMP payload version or checksum are wrong");
    }
    call.engine()
        .scripting()
        .libraries()
        .restore(call.engine().payloads().libraries(payload), policy);
    call.changedServer();
    call.reply().ok();
  }

  private static boolean isIntact(Call call, Slice payload) {
    return call.engine().payloads().isIntact(payload);
  }

  private static Policy policy(Call call) {
    for (Policy policy : Policy.values()) {
      if (call.is(3, policy.name())) {
        return policy;
      }
    }
    throw new CommandException(
        "ERR Wrong restore policy given, value should be either FLUSH, APPEND or REPLACE.");
  }
}
