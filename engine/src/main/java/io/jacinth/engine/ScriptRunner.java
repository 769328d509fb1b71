package io.jacinth.engine;

import java.util.function.Supplier;

/** Runs the scripts of one worker's clients, one at a time. Owned by the worker. */
public interface ScriptRunner {
  /** Runs the script that is an argument of the call. */
  void eval(Call call, boolean isReadOnly);

  /** Runs the script that an argument of the call names. */
  void evalSha(Call call, boolean isReadOnly);

  /** Runs the function that an argument of the call names. */
  void fcall(Call call, boolean isReadOnly);

  /**
   * Runs a transaction with scripts in it, which may run long.
   *
   * @param call EXEC's
   * @param body runs the queue
   * @param reply the bytes that it has answered, asked for when it is over
   */
  void exec(Call call, Runnable body, Supplier<byte[]> reply);
}
