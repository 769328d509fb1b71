package io.jacinth.engine.error;

/** The errors that more than one command answers, with their exact texts on the wire. */
public enum ErrorReply {
  WRONG_TYPE("WRONGTYPE Operation against a key holding the wrong kind of value"),
  SYNTAX("ERR syntax error"),
  NOT_AN_INTEGER("ERR value is not an integer or out of range"),
  NOT_A_FLOAT("ERR value is not a valid float"),
  NO_SUCH_KEY("ERR no such key"),
  SAME_OBJECT("ERR source and destination objects are the same"),
  OUT_OF_RANGE("ERR value is out of range"),
  NOT_32_BITS("ERR value is out of range, value must between -2147483648 and 2147483647"),
  OVERFLOW("ERR increment or decrement would overflow"),
  STRING_TOO_LONG("ERR string exceeds maximum allowed size (proto-max-bulk-len)"),
  OFFSET_OUT_OF_RANGE("ERR offset is out of range"),
  NO_AUTH("NOAUTH Authentication required."),
  WRONG_PASSWORD("WRONGPASS invalid username-password pair or user is disabled."),
  DB_INDEX_OUT_OF_RANGE("ERR DB index is out of range"),
  OUT_OF_MEMORY("OOM command not allowed when used memory > 'maxmemory'."),
  NESTED_MULTI("ERR MULTI calls can not be nested"),
  WATCH_INSIDE_MULTI("ERR WATCH inside MULTI is not allowed"),
  EXEC_WITHOUT_MULTI("ERR EXEC without MULTI"),
  DISCARD_WITHOUT_MULTI("ERR DISCARD without MULTI"),
  EXEC_ABORTED("EXECABORT Transaction discarded because of previous errors.");

  /** Before the reason why EXEC itself was refused. */
  public static final String EXEC_ABORTED_FOR = "EXECABORT Transaction discarded because of: ";

  private final String text;
  private final CommandException exception;

  ErrorReply(String text) {
    this.text = text;
    this.exception = new CommandException(text);
  }

  public String text() {
    return text;
  }

  /** One shared exception without a stack trace. */
  public CommandException exception() {
    return exception;
  }
}
