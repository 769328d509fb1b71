package io.jacinth.commands.stream;

import static io.jacinth.engine.spec.Argument.integer;
import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.string;
import static io.jacinth.engine.spec.Argument.word;
import static io.jacinth.engine.spec.CommandFlag.WRITE;
import static io.jacinth.engine.spec.KeyFlag.RW;
import static io.jacinth.engine.spec.KeyFlag.UPDATE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamId;
import io.jacinth.engine.value.stream.StreamValue;

/**
 * {@code XGROUP SETID key group id | $ [ENTRIESREAD count]}: makes a group go on behind an id;
 * {@code -} and {@code +} are ids here, too.
 */
final class XGroupSetId implements Command {
  @Override
  public CommandSpec spec() {
    return CommandSpec.named("XGROUP|SETID")
        .in(CommandGroup.STREAM)
        .since("5.0.0")
        .summary("Sets the id behind which a consumer group goes on.")
        .complexity("O(1)")
        .flags(WRITE)
        .key("key", RW, UPDATE)
        .string("groupname")
        .argument(oneOf("id", string("id"), word("new_id", "$")))
        .optional(integer("entries_read").token("ENTRIESREAD"));
  }

  @Override
  public void run(Call call) {
    GroupOptions options = new GroupOptions(call, false);
    StreamValue stream = Groups.stream(call);
    StreamGroup group = Groups.group(call, stream);
    if (call.count() > 7) {
      throw Groups.wrongArguments(call, "XGROUP");
    }
    StreamId id = call.streamArguments().id();
    if (call.argument(4).contentEquals("$")) {
      id.set(stream.last());
    } else if (!id.parseBound(call.argument(4), 0)) {
      throw Ids.invalid();
    }
    group.last().set(id);
    group.entriesRead(options.entriesRead);
    call.database().changed(call.key(2), KeyEvent.XGROUP_SETID, 1);
    call.reply().ok();
  }
}
