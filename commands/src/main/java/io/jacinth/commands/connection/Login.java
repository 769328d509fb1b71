package io.jacinth.commands.connection;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.ErrorReply;

/** How AUTH and HELLO log a client in. */
final class Login {
  private Login() {}

  /**
   * Makes the client the user of a name and password among the arguments.
   *
   * @param user the position of the name, 0 for the default user
   * @throws io.jacinth.engine.error.CommandException WRONGPASS; the client is who it was
   */
  static void run(Call call, int user, int password) {
    String name = user == 0 ? "default" : call.text(user);
    if (!call.engine().acl().login(call, name, call.text(password))) {
      throw ErrorReply.WRONG_PASSWORD.exception();
    }
  }
}
