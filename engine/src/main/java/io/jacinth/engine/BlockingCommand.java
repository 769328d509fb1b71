package io.jacinth.engine;

import io.jacinth.engine.value.ValueType;
import io.jacinth.protocol.Reply;

/**
 * A command that waits for a key where there is nothing to answer yet (BLPOP, XREAD BLOCK, …).
 * {@link #run} tries its keys in turn with {@link #serve} and, where none serves, asks {@link
 * Call#block}. From then on whoever changes one of these keys calls {@code serve} for it, on the
 * waiting client's behalf and before giving up the key's lock: waiters are served in the order in
 * which they came.
 */
public interface BlockingCommand extends Command {
  /** The type of value that a waiter is served from; a key of another type is let pass. */
  ValueType awaits();

  /**
   * Answers from the key at a position, if that has what the command wants; else changes and
   * answers nothing.
   *
   * @throws io.jacinth.engine.error.CommandException to answer an error and wait no longer
   */
  boolean serve(Call call, int key);

  /** Whether a waiter is asked also when its key has gone, or become another type. */
  default boolean awaitsRemoval() {
    return false;
  }

  /** The answer when the time is up. */
  default void timedOut(Reply reply) {
    reply.nilArray();
  }

  /** Answers where the command may not wait: in a transaction or a script. */
  default void mayNotWait(Reply reply) {
    timedOut(reply);
  }
}
