package io.jacinth.commands.acl;

import static io.jacinth.engine.spec.CommandFlag.LOADING;
import static io.jacinth.engine.spec.CommandFlag.NOSCRIPT;
import static io.jacinth.engine.spec.CommandFlag.STALE;

import io.jacinth.engine.Call;
import io.jacinth.engine.Command;
import io.jacinth.engine.error.CommandException;
import io.jacinth.engine.spec.Argument;
import io.jacinth.engine.spec.CommandGroup;
import io.jacinth.engine.spec.CommandSpec;
import java.security.SecureRandom;
import java.util.HexFormat;

/** {@code ACL GENPASS [bits]}: a random password, a hexadecimal digit for every four bits. */
final class AclGenPass implements Command {
  private static final int DEFAULT_BITS = 256;
  private static final int MOST_BITS = 4096;

  /** A password must not follow from a seed that a test or anybody else may know. */
  private static final SecureRandom RANDOM = new SecureRandom();

  @Override
  public CommandSpec spec() {
    return CommandSpec.named("ACL|GENPASS")
        .in(CommandGroup.SERVER)
        .since("6.0.0")
        .summary("Makes a random password.")
        .complexity("O(1)")
        .flags(NOSCRIPT, LOADING, STALE)
        .optional(Argument.integer("bits"));
  }

  @Override
  public void run(Call call) {
    if (call.count() > 3) {
      throw Usage.wrong(call);
    }
    long bits = call.count() == 3 ? call.integer(2) : DEFAULT_BITS;
    if (bits <= 0 || bits > MOST_BITS) {
      throw new CommandException(
          "ERR ACL GENPASS argument must be the number of bits for the output password, a positive"
              + " number up to "
              + MOST_BITS);
    }
    int digits = (int) (bits + 3) / 4;
    byte[] random = new byte[(digits + 1) / 2];
    RANDOM.nextBytes(random);
    call.reply().bulk(HexFormat.of().formatHex(random).substring(0, digits));
  }
}
