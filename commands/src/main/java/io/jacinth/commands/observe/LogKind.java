package io.jacinth.commands.observe;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.observe.CommandLog;
import io.jacinth.engine.observe.Observation;
import io.jacinth.engine.spec.Argument;

/** The word that names one of the logs of COMMANDLOG. */
final class LogKind {
  private static final String SLOW = "SLOW";
  private static final String LARGE_REQUEST = "LARGE-REQUEST";
  private static final String LARGE_REPLY = "LARGE-REPLY";

  static final Argument ARGUMENT =
      oneOf(
          "type",
          word("slow", SLOW),
          word("large-request", LARGE_REQUEST),
          word("large-reply", LARGE_REPLY));

  private LogKind() {}

  /** The log that the argument at a position names. */
  static CommandLog log(Call call, int index) {
    Observation observation = call.engine().observation();
    if (call.is(index, SLOW)) {
      return observation.slow();
    } else if (call.is(index, LARGE_REQUEST)) {
      return observation.largeRequests();
    } else if (call.is(index, LARGE_REPLY)) {
      return observation.largeReplies();
    }
    throw new CommandException(
        "ERR type should be one of the following: slow, large-request, large-reply");
  }
}
