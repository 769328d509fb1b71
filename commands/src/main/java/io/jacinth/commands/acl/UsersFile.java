package io.jacinth.commands.acl;

import io.jacinth.engine.Call;
import io.jacinth.engine.config.ServerSettings;
import io.jacinth.engine.error.CommandException;
import java.nio.file.Path;

/** The file of {@code aclfile}. */
final class UsersFile {
  private UsersFile() {}

  /** As the configuration names it. */
  static String name(Call call) {
    return call.engine().settings().security.aclfile.value();
  }

  /**
   * Where it is.
   *
   * @throws CommandException where none is configured
   */
  static Path path(Call call) {
    ServerSettings settings = call.engine().settings();
    if (name(call).isEmpty()) {
      throw new CommandException(
          "ERR This Redis instance is not configured to use an ACL file. You may want to specify"
              + " users via the ACL SETUSER command and then issue a CONFIG REWRITE (assuming you"
              + " have a Redis configuration file set) in order to store users in the Redis"
              + " configuration.");
    }
    return settings.process.resolve(name(call));
  }
}
