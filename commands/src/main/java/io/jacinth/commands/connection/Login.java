package io.jacinth.commands.connection;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** How AUTH and HELLO log a client in. There is one user, {@code default}. */
final class Login {
  static final Slice DEFAULT_USER = Slice.of("default");

  private Login() {}

  /**
   * Checks a name and a password; takes the same time wherever they differ.
   *
   * @throws io.jacinth.engine.error.CommandException WRONGPASS
   */
  static void check(Call call, Slice user, Slice password) {
    byte[] expected =
        call.engine().settings().security.requirepass.value().getBytes(StandardCharsets.ISO_8859_1);
    boolean isRight = expected.length == 0 || MessageDigest.isEqual(expected, password.toBytes());
    if (!user.contentEquals(DEFAULT_USER) || !isRight) {
      throw ErrorReply.WRONG_PASSWORD.exception();
    }
  }

  /** Makes the client the user whose password it gave. */
  static void succeed(Call call) {
    call.client().user("default");
    call.client().authenticated(true);
  }
}
