package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ACL GETUSER. */
@DualRun
class AclGetUserTest {
  @Test
  void ofNobodyIsNull(TestServer server) {
    server.send("ACL", "GETUSER", "nobody").expectNil();
  }

  @Test
  void ofTheDefaultUser(TestServer server) {
    server
        .send("ACL", "GETUSER", "default")
        .expectArray(
            "flags",
            List.of("on", "nopass"),
            "passwords",
            List.of(),
            "commands",
            "+@all",
            "keys",
            "~*",
            "channels",
            "&*",
            "selectors",
            List.of());
  }

  @Test
  void tellsAll(TestServer server) {
    server
        .send(
            "ACL", "SETUSER", "alice", "on", ">x", "~a*", "%R~b", "&news", "&sport", "+get", "(~k*",
            "+get)", "(+@hash", "~h", "&c)")
        .expect("OK");
    server
        .send("ACL", "GETUSER", "alice")
        .expectArray(
            "flags",
            List.of("on"),
            "passwords",
            List.of("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"),
            "commands",
            "-@all +get",
            "keys",
            "~a* %R~b",
            "channels",
            "&news &sport",
            "selectors",
            List.of(
                List.of("commands", "-@all +get", "keys", "~k*", "channels", ""),
                List.of("commands", "-@all +@hash", "keys", "~h", "channels", "&c")));
    server.send("ACL", "SETUSER", "alice", "nopass", "off").expect("OK");
    server
        .send("ACL", "GETUSER", "alice")
        .expectArray(
            "flags",
            List.of("off", "nopass"),
            "passwords",
            List.of(),
            "commands",
            "-@all +get",
            "keys",
            "~a* %R~b",
            "channels",
            "&news &sport",
            "selectors",
            List.of(
                List.of("commands", "-@all +get", "keys", "~k*", "channels", ""),
                List.of("commands", "-@all +@hash", "keys", "~h", "channels", "&c")));
  }

  @Test
  void needsAName(TestServer server) {
    server
        .send("ACL", "GETUSER")
        .expectError("ERR wrong number of arguments for 'acl|getuser' command");
    server
        .send("ACL", "GETUSER", "a", "b")
        .expectError("ERR wrong number of arguments for 'acl|getuser' command");
  }

  @Test
  void keepsFirstArguments(TestServer server) {
    server.send("ACL", "SETUSER", "a", "+select|0", "+SELECT|Abc").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all +select|0 +select|Abc",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void keepsSubcommands(TestServer server) {
    server.send("ACL", "SETUSER", "a", "+@all", "-config", "+config|get").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "+@all -config +config|get",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }
}
