package io.jacinth.engine.acl;

/** Why a request is refused; of several reasons the later one here is told. */
public enum Denial {
  COMMAND("command", "no permission to execute the command or subcommand"),
  KEY("key", "no permission to touch the specified keys"),
  /** A login that failed. */
  AUTH("auth", "no permission"),
  CHANNEL("channel", "no permission to access one of the channels used as arguments");

  private final String logName;
  private final String atExec;

  Denial(String logName, String atExec) {
    this.logName = logName;
    this.atExec = atExec;
  }

  /** The reason in ACL LOG. */
  public String logName() {
    return logName;
  }

  /** The error to a client that has asked. */
  String toClient(String command) {
    return switch (this) {
      case COMMAND -> "NOPERM this user has no permissions to run the '" + command + "' command";
      case KEY -> "NOPERM this user has no permissions to access one of the keys used as arguments";
      case CHANNEL ->
          "NOPERM this user has no permissions to access one of the channels used as arguments";
      case AUTH -> "NOPERM this user has no permissions";
    };
  }

  /** The error to a script. */
  public String toScript() {
    return "ERR The user executing the script "
        + switch (this) {
          case COMMAND -> "can't run this command or subcommand";
          case KEY -> "can't access at least one of the keys mentioned in the command arguments";
          case CHANNEL -> "can't publish to the channel mentioned in the command";
          case AUTH -> "has no permissions";
        };
  }

  /** What ACL DRYRUN answers. */
  String toDryRun(String command, String object) {
    return switch (this) {
      case COMMAND -> "This user has no permissions to run the '" + command + "' command";
      case KEY -> "This user has no permissions to access the '" + object + "' key";
      case CHANNEL -> "This user has no permissions to access the '" + object + "' channel";
      case AUTH -> "This user has no permissions";
    };
  }

  /** The error to EXEC where the rules have changed since the command was queued. */
  String toExec() {
    return "NOPERM ACLs rules changed between the moment the transaction was accumulated and the"
        + " EXEC call. This command is no longer allowed for the following reason: "
        + atExec;
  }
}
