package io.jacinth.commands.stream;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.value.stream.StreamGroup;

/** The options of XGROUP CREATE and SETID. */
final class GroupOptions {
  /** Whether a stream is to be made where there is none. */
  final boolean makesStream;

  /** How many entries the group is to have read, or {@link StreamGroup#UNKNOWN}. */
  final long entriesRead;

  /** Reads the options from argument 5 on; MKSTREAM only where it may be. */
  GroupOptions(Call call, boolean mayMakeStream) {
    boolean makes = false;
    long read = StreamGroup.UNKNOWN;
    for (int i = 5; i < call.count(); i++) {
      if (mayMakeStream && call.is(i, "MKSTREAM")) {
        makes = true;
      } else if (call.is(i, "ENTRIESREAD") && i + 1 < call.count()) {
        read = call.integer(++i);
        if (read < StreamGroup.UNKNOWN) {
          throw new CommandException("ERR value for ENTRIESREAD must be positive or -1");
        }
      } else {
        throw Groups.wrongArguments(call, "XGROUP");
      }
    }
    makesStream = makes;
    entriesRead = read;
  }
}
