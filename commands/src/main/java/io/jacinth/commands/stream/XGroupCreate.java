package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.DENYOOM;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.INSERT;
import static io.jacinth.engine.spec.KeyFlag.RW;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XGROUP CREATE key group id | $ [MKSTREAM] [ENTRIESREAD count]}: a new group, which is to
 * be given what comes behind the id.
 */
final class XGroupCreate implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XGROUP|CREATE")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Creates a consumer group.")
        .complexity("O(1)")
        .flags(WRITE, DENYOOM)
        .key("key", RW, INSERT)
        .string("groupname")
        .argument(oneOf("id", string("id"), word("new_id", "$")))
        .optional(word("mkstream", "MKSTREAM"))
        .optional(integer("entries_read").token("ENTRIESREAD"));
  }

  @Override
  public void run(Call call) {
    GroupOptions options = new GroupOptions(call, true);
    StreamValue stream = call.database().streamToFill(call.key(2));
    if (!stream.exists() && !options.makesStream) {
      throw Groups.missingKey();
    }
    if (call.count() > 8) {
      throw Groups.wrongArguments(call, "XGROUP");
    }
    StreamId id = call.streamArguments().id();
    if (!call.argument(4).contentEquals("$")) {
      Ids.exact(call, 4, id);
    } else if (stream.exists()) {
      id.set(stream.last());
    } else {
      id.setLeast();
    }
    if (!stream.exists()) {
      stream.create();
    }
    if (stream.group(call.argument(3)) != null) {
      throw new CommandException("BUSYGROUP Consumer Group name already exists");
    }
    stream.addGroup(call.argument(3), id, options.entriesRead);
    call.database().changed(call.key(2), KeyEvent.XGROUP_CREATE, 1);
    call.reply().ok();
  }
}
