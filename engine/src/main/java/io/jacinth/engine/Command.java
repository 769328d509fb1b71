package io.jacinth.engine;

import io.jacinth.engine.spec.CommandSpec;

/**
 * A command: its specification and its body. One instance serves all threads and keeps no state of
 * its own; the locks that the specification asks for are held while the body runs.
 */
public interface Command {
  CommandSpec spec();

  /**
   * Runs and answers exactly one reply.
   *
   * @throws io.jacinth.engine.error.CommandException instead of a reply, before anything was
   *     changed or written
   */
  void run(Call call);

  /**
   * Whether the word at a position of a request is a secret, which SLOWLOG and MONITOR leave out.
   * Asked only when somebody is about to show the request.
   */
  default boolean isSecret(Call call, int index) {
    return false;
  }
}
