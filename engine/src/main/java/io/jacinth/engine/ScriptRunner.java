package io.jacinth.engine;

/** Runs the scripts of one worker's clients, one at a time. Owned by the worker. */
public interface ScriptRunner {
  /** Runs the script that is an argument of the call. */
  void eval(Call call, boolean isReadOnly);

  /** Runs the script that an argument of the call names. */
  void evalSha(Call call, boolean isReadOnly);

  /** Runs the function that an argument of the call names. */
  void fcall(Call call, boolean isReadOnly);
}
