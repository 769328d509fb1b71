package io.jacinth.commands.server;

import static io.jacinth.engine.spec.Argument.oneOf;
import static io.jacinth.engine.spec.Argument.word;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.engine.spec.Argument;

/**
 * The option of FLUSHALL and FLUSHDB. The keys are gone at once either way; ASYNC leaves it for
 * later to free what they occupied, SYNC frees it first. {@code lazyfree-lazy-user-flush} says
 * which it is where the option is left out.
 */
final class FlushMode {
  static final Argument ARGUMENT =
      oneOf("async", word("ASYNC").since("4.0.0"), word("SYNC").since("6.2.0"));

  private FlushMode() {}

  /** Whether memory may be freed later. */
  static boolean isLazy(Call call) {
    check(call);
    return call.count() == 1
        ? call.engine().settings().memory.lazyfreeLazyUserFlush.isOn()
        : call.is(1, "ASYNC");
  }

  /** Refuses any other option. */
  static void check(Call call) {
    if (call.count() > 2 || (call.count() == 2 && !call.is(1, "ASYNC") && !call.is(1, "SYNC"))) {
      throw ErrorReply.SYNTAX.exception();
    }
  }
}
