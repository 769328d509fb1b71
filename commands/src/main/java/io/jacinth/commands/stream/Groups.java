package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.keyspace.KeyEvent;
import io.jacinth.engine.value.stream.StreamConsumer;
import io.jacinth.engine.value.stream.StreamGroup;
import io.jacinth.engine.value.stream.StreamValue;
import org.jspecify.annotations.Nullable;

/** Finds what commands on consumer groups name, and the errors where it is not there. */
final class Groups {
  private Groups() {}

  /** The group that an argument names; null where there is none. */
  static @Nullable StreamGroup find(@Nullable StreamValue stream, Call call, int index) {
    return stream == null ? null : stream.group(call.argument(index));
  }

  /** That there is no such key or group. */
  static CommandException missing(Call call, int key, int group) {
    return new CommandException(
        "NOGROUP No such key '"
            + call.quoted(key)
            + "' or consumer group '"
            + call.quoted(group)
            + "'");
  }

  /** That there is no such group. */
  static CommandException missingOf(Call call, int key, int group) {
    return new CommandException(
        "NOGROUP No such consumer group '"
            + call.quoted(group)
            + "' for key name '"
            + call.quoted(key)
            + "'");
  }

  /** That the key of an XGROUP subcommand does not exist. */
  static CommandException missingKey() {
    return new CommandException(
        "ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to"
            + " use the MKSTREAM option to create an empty stream automatically.");
  }

  /** That a subcommand has arguments that it does not take. */
  static CommandException wrongArguments(Call call, String container) {
    return new CommandException(
        "ERR unknown subcommand or wrong number of arguments for '"
            + call.quoted(1)
            + "'. Try "
            + container
            + " HELP.");
  }

  /** The stream of an XGROUP subcommand. */
  static StreamValue stream(Call call) {
    StreamValue stream = call.database().streamToChange(call.key(2));
    if (stream == null) {
      throw missingKey();
    }
    return stream;
  }

  /** The group of an XGROUP subcommand. */
  static StreamGroup group(Call call, StreamValue stream) {
    StreamGroup group = stream.group(call.argument(3));
    if (group == null) {
      throw missingOf(call, 2, 3);
    }
    return group;
  }

  /** The consumer that an argument names, made where there is none, and seen now. */
  static StreamConsumer consumer(Call call, int key, StreamGroup group, int index) {
    StreamConsumer consumer = group.consumers().find(call.argument(index));
    if (consumer == null) {
      GroupWords.consumer(call, key, index - 1);
      consumer = group.addConsumer(call.argument(index), call.nowMillis());
      call.database().changed(call.key(key), KeyEvent.XGROUP_CREATECONSUMER, 1);
    }
    consumer.seen(call.nowMillis());
    return consumer;
  }
}
