package io.jacinth.engine.admission;

import io.jacinth.engine.spec.CommandFlag;
import io.jacinth.engine.spec.CommandSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules in the order in which Redis checks them. Each rule has a bit, which is on for a client
 * or for the whole server while the rule has anything to say.
 */
public final class Admission {
  /** A client that has to log in first. */
  public static final int UNAUTHENTICATED = 1;

  /** One reason to refuse a command. */
  private record Rule(int bit, Check check) {}

  /** Answers the error, or null where the command may run. */
  private interface Check {
    @Nullable String refusal(CommandSpec command);
  }

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              UNAUTHENTICATED,
              command ->
                  command.has(CommandFlag.NO_AUTH) ? null : "NOAUTH Authentication required."));

  private Admission() {}

  /** The first rule's refusal among those whose bits are on, or null. */
  public static @Nullable String refusal(int bits, CommandSpec command) {
    for (Rule rule : RULES) {
      if ((bits & rule.bit) != 0) {
        String refusal = rule.check.refusal(command);
        if (refusal != null) {
          return refusal;
        }
      }
    }
    return null;
  }
}
