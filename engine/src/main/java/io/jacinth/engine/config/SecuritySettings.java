package io.jacinth.engine.config;

import static io.jacinth.engine.config.Directives.bool;
import static io.jacinth.engine.config.Directives.choice;
import static io.jacinth.engine.config.Directives.longCount;
import static io.jacinth.engine.config.Directives.string;
import static io.jacinth.engine.config.Directives.stringOrEmpty;

import java.util.ArrayList;
import java.util.List;

/** Who may use the server, and for what. */
public final class SecuritySettings extends SettingGroup {
  public final ValueSetting<String> requirepass =
      add(
          string("requirepass")
              .live()
              .sensitive()
              .says("The password of the default user; empty asks for none."));
  public final BoolSetting protectedMode =
      add(
          bool("protected-mode")
              .defaultsTo(true)
              .live()
              .says("Whether only this machine may connect while no password is set."));
  public final ValueSetting<Permission> enableDebugCommand =
      add(choice("enable-debug-command", Permission.NO).says("Who may use DEBUG."));
  public final ValueSetting<Permission> enableModuleCommand =
      add(
          choice("enable-module-command", Permission.NO)
              .inert("modules of Redis cannot be loaded")
              .says("Who may use MODULE."));
  public final ValueSetting<String> aclfile =
      add(stringOrEmpty("aclfile").says("The file that holds the users."));
  public final LongSetting acllogMaxLen =
      add(
          longCount("acllog-max-len")
              .defaultsTo(128)
              .live()
              .says("How many refusals ACL LOG remembers."));
  public final ValueSetting<String> aclPubsubDefault =
      add(
          choice("acl-pubsub-default", "allchannels", "resetchannels")
              .defaultsTo("resetchannels")
              .live()
              .says("Which channels a new user may use."));

  /** The {@code user} directives in their order; filled before the server starts. */
  public final List<UserDeclaration> users = new ArrayList<>();

  /** The {@code rename-command} directives in their order; filled before the server starts. */
  public final List<CommandRename> renames = new ArrayList<>();

  SecuritySettings(Configuration configuration) {
    super(configuration);
  }
}
