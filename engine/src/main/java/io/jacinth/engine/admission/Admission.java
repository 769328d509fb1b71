package io.jacinth.engine.admission;

import io.jacinth.engine.Call;
import io.jacinth.engine.Transaction;
import io.jacinth.engine.config.SecuritySettings;
import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules in the order in which Redis checks them. Each rule has a bit, which is on for a client,
 * for a command or for the whole server while the rule has anything to say.
 */
public final class Admission {
  /** A client that has to log in first. */
  public static final int UNAUTHENTICATED = 1;

  /** A command that the configuration may forbid: DEBUG, MODULE. */
  public static final int PROTECTED = 1 << 1;

  /** A client whose requests are put off until EXEC. No rule: see {@link #NOT_QUEUED}. */
  public static final int IN_TRANSACTION = 1 << 2;

  /** A command that cannot be put off until EXEC. */
  public static final int NOT_QUEUED = 1 << 4;

  /** A client that hears channels or patterns; in RESP2 it can hardly do anything else. */
  public static final int SUBSCRIBED = 1 << 10;

  /** A client that sees every command, and may touch no key. */
  public static final int MONITORING = 1 << 11;

  /** Somebody sees every command. No rule: commands are shown to him when they have run. */
  public static final int MONITORED = 1 << 12;

  /** So much memory is taken that commands which take more must look at how much is used. */
  public static final int MEMORY_TIGHT = 1 << 8;

  /** The append-only file cannot be written. */
  public static final int LOG_TROUBLE = 1 << 21;

  /** The error to what would change data that cannot be saved. */
  public static final String UNSAVED =
      "MISCONF Redis is configured to save RDB snapshots, but it's currently unable to persist"
          + " to disk. Commands that may modify the data set are disabled, because this instance"
          + " is configured to report errors during writes if RDB snapshotting fails"
          + " (stop-writes-on-bgsave-error option). Please check the Redis logs for details about"
          + " the RDB error.";

  /** The last snapshot has failed. */
  public static final int DISK_ERROR = 1 << 22;

  /** The last snapshot has been written: nothing is done any more. */
  public static final int ENDING = 1 << 23;

  /** A script has been running for long. */
  public static final int BUSY = 1 << 24;

  /** Data is being loaded. */
  public static final int LOADING = 1 << 20;

  /** The clock is stopped for some commands (CLIENT PAUSE): see {@code Pause}. */
  public static final int PAUSED = 1 << 13;

  /** A client whose reads leave no trace in the keys' usage (CLIENT NO-TOUCH). */
  public static final int NO_TOUCH = 1 << 14;

  /** A client with a cache, for whom its reads are remembered. No rule: it refuses nothing. */
  public static final int TRACKING = 1 << 15;

  /** A client whose user may not do everything. */
  public static final int RESTRICTED = 1 << 3;

  /** One reason to refuse a command. */
  private record Rule(int bit, Check check) {}

  /** Answers the error, or null where the command may run. */
  private interface Check {
    @Nullable String refusal(Call call);
  }

  private static final Set<String> WHILE_SUBSCRIBED =
      Set.of(
          "ping",
          "subscribe",
          "ssubscribe",
          "unsubscribe",
          "sunsubscribe",
          "psubscribe",
          "punsubscribe",
          "quit",
          "reset");

  private static final List<Rule> RULES =
      List.of(
          new Rule(PROTECTED, Admission::forbidden),
          new Rule(UNAUTHENTICATED, Admission::loginFirst),
          new Rule(NOT_QUEUED, Admission::notInTransaction),
          new Rule(RESTRICTED, call -> call.engine().acl().refusal(call)),
          new Rule(MEMORY_TIGHT, call -> call.worker().pressure().refusal(call)),
          new Rule(ENDING, call -> "ERR the server is shutting down"),
          new Rule(DISK_ERROR, Admission::nothingToLose),
          new Rule(LOG_TROUBLE, Admission::noLog),
          new Rule(SUBSCRIBED, Admission::onlySubscribing),
          new Rule(MONITORING, Admission::onlyWatches),
          new Rule(LOADING, Admission::loading),
          new Rule(BUSY, Admission::busy));

  /** The bits that may lead to a refusal. */
  private static final int REFUSING =
      RULES.stream().mapToInt(Rule::bit).reduce(0, (bits, bit) -> bits | bit);

  private Admission() {}

  /** The first rule's refusal of a call among those whose bits are on, or null. */
  public static @Nullable String refusal(int bits, Call call) {
    if ((bits & REFUSING) == 0 || call.client().isTrusted()) {
      return null;
    }
    for (Rule rule : RULES) {
      if ((bits & rule.bit) != 0) {
        String refusal = rule.check.refusal(call);
        if (refusal != null) {
          return refusal;
        }
      }
    }
    return null;
  }

  private static @Nullable String loginFirst(Call call) {
    return call.command().spec().has(CommandFlag.NO_AUTH) || !call.engine().asksForPassword()
        ? null
        : "NOAUTH Authentication required.";
  }

  private static @Nullable String notInTransaction(Call call) {
    Transaction transaction = call.client().transaction();
    return transaction != null && transaction.isOpen()
        ? "ERR Command not allowed inside a transaction"
        : null;
  }

  private static @Nullable String onlyWatches(Call call) {
    CommandSpec command = call.command().spec();
    boolean touchesKeys =
        command.has(CommandFlag.WRITE)
            || command.has(CommandFlag.READONLY)
            || command.has(CommandFlag.MAY_REPLICATE);
    return touchesKeys ? "ERR Replica can't interact with the keyspace" : null;
  }

  private static @Nullable String noLog(Call call) {
    CommandSpec command = call.command().spec();
    return command.has(CommandFlag.WRITE) || command.name().equals("ping")
        ? call.engine().appendLog().trouble()
        : null;
  }

  private static @Nullable String nothingToLose(Call call) {
    CommandSpec command = call.command().spec();
    return command.has(CommandFlag.WRITE) || command.name().equals("ping") ? UNSAVED : null;
  }

  private static @Nullable String loading(Call call) {
    return call.command().spec().has(CommandFlag.LOADING)
        ? null
        : "LOADING Redis is loading the dataset in memory";
  }

  private static @Nullable String busy(Call call) {
    return call.command().spec().has(CommandFlag.ALLOW_BUSY)
        ? null
        : call.engine().scripting().busyText();
  }

  private static @Nullable String forbidden(Call call) {
    CommandSpec command = call.command().spec();
    SecuritySettings security = call.engine().settings().security;
    boolean isDebug = command.name().equals("debug");
    var permission = isDebug ? security.enableDebugCommand : security.enableModuleCommand;
    if (permission.value().allows(call.client().isLocal())) {
      return null;
    }
    return ("ERR %s command not allowed. If the %s option is set to \"local\", you can run it from"
            + " a local connection, otherwise you need to set this option in the configuration"
            + " file, and then restart the server.")
        .formatted(command.name().toUpperCase(Locale.ROOT), permission.name());
  }

  private static @Nullable String onlySubscribing(Call call) {
    CommandSpec command = call.command().spec();
    return call.client().isResp3() || WHILE_SUBSCRIBED.contains(command.name())
        ? null
        : "ERR Can't execute '"
            + command.name()
            + "': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this"
            + " context";
  }
}
