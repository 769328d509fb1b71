package io.jacinth.engine;

import io.jacinth.engine.info.InfoWriter;
import io.jacinth.protocol.Slice;
import org.jspecify.annotations.Nullable;

/** Scripts and functions, as commands and INFO ask for them. Used from every thread. */
public interface Scripting extends AutoCloseable {
  /**
   * What runs the scripts of one worker's clients.
   *
   * @param calls by which they run commands
   */
  ScriptRunner newRunner(ScriptCalls calls);

  /** Keeps a script (SCRIPT LOAD) and answers its name, 40 hexadecimal digits. */
  String load(Slice body);

  /** Whether a script of this name is kept. */
  boolean exists(Slice name);

  /** Whether the script or function that a call names says of itself that it only reads. */
  boolean onlyReads(Call call);

  /** The text of a script that is kept under this name, null where there is none. */
  @Nullable Slice source(Slice name);

  /** Forgets all scripts. */
  void flush();

  /** Functions. */
  FunctionLibraries libraries();

  /**
   * Ends the script that runs (SCRIPT KILL, FUNCTION KILL).
   *
   * @throws io.jacinth.engine.error.CommandException where none does, or it is not to be ended
   */
  void kill(boolean isFunction);

  /** What is answered while a script runs for long. */
  String busyText();

  /** The fields of INFO's section on memory that are about scripts. */
  void writeMemory(InfoWriter out);

  /** How many scripts have gone to make room for others. */
  long evicted();

  /** The section of INFO that tells of each script and function what was counted. */
  void writeStatistics(InfoWriter out);

  /** Ends what runs besides the loops. */
  @Override
  void close();
}
