package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** ACL SETUSER. */
@DualRun
class AclSetUserTest {
  @Test
  void makesAUserWhoMayDoNothing(TestServer server) {
    server.send("ACL", "SETUSER", "alice").expect("OK");
    server
        .send("ACL", "GETUSER", "alice")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void appliesAllOrNothing(TestServer server) {
    server
        .send("ACL", "SETUSER", "alice", "on", "+get", "+nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+nosuch': Unknown command or category name in ACL");
    server.send("ACL", "GETUSER", "alice").expectNil();
    server.send("ACL", "SETUSER", "alice", "on").expect("OK");
    server
        .send("ACL", "SETUSER", "alice", "off", "xx")
        .expectError("ERR Error in ACL SETUSER modifier 'xx': Syntax error");
    server
        .send("ACL", "GETUSER", "alice")
        .expectArray(
            "flags",
            List.of("on"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void passwords(TestServer server) {
    server.send("ACL", "SETUSER", "a", ">x", ">y", ">x").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(
                "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
                "a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa"),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
    server.send("ACL", "SETUSER", "a", "<x").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of("a1fce4363854ff888cff4b8e7875d600c2682390412a8cf79b37d0b11148b0fa"),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
    server
        .send("ACL", "SETUSER", "a", "<x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '<x': The password you are trying to remove from the user does not exist");
    server
        .send(
            "ACL",
            "SETUSER",
            "a",
            "#2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
        .expect("OK");
    server
        .send(
            "ACL",
            "SETUSER",
            "a",
            "!2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
        .expect("OK");
    server
        .send(
            "ACL",
            "SETUSER",
            "a",
            "!2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881")
        .expectError(
            "ERR Error in ACL SETUSER modifier '!2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881': The password you are trying to remove from the user does not exist");
    server
        .send("ACL", "SETUSER", "a", "#abc")
        .expectError(
            "ERR Error in ACL SETUSER modifier '#abc': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters");
    server
        .send("ACL", "SETUSER", "a", "!abc")
        .expectError(
            "ERR Error in ACL SETUSER modifier '!abc': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters");
    server
        .send(
            "ACL",
            "SETUSER",
            "a",
            "#2D711642B726B04401627CA9FBAC32F5C8530FB1903CC4DB02258717921A4881")
        .expectError(
            "ERR Error in ACL SETUSER modifier '#2D711642B726B04401627CA9FBAC32F5C8530FB1903CC4DB02258717921A4881': The password hash must be exactly 64 characters and contain only lowercase hexadecimal characters");
    server.send("ACL", "SETUSER", "a", "nopass").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off", "nopass"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
    server.send("ACL", "SETUSER", "a", ">z").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of("594e519ae499312b29433b7dd8a97ff068defcba9755b6d5d00e84c524d67b06"),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
    server.send("ACL", "SETUSER", "a", "resetpass").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void wrongModifiers(TestServer server) {
    server
        .send("ACL", "SETUSER", "a", "xx")
        .expectError("ERR Error in ACL SETUSER modifier 'xx': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "+")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "-")
        .expectError(
            "ERR Error in ACL SETUSER modifier '-': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+@")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+@': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "-nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '-nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+@nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+@nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "-@nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '-@nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+config|")
        .expectError("ERR Error in ACL SETUSER modifier '+config|': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "+config|nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+config|nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+config|get|x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+config|get|x': Allowing first-arg of a subcommand is not supported");
    server
        .send("ACL", "SETUSER", "a", "+select|0|1")
        .expectError(
            "ERR Error in ACL SETUSER modifier '+select|0|1': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "+select|")
        .expectError("ERR Error in ACL SETUSER modifier '+select|': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "-select|0")
        .expectError(
            "ERR Error in ACL SETUSER modifier '-select|0': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "-config|nosuch")
        .expectError(
            "ERR Error in ACL SETUSER modifier '-config|nosuch': Unknown command or category name in ACL");
    server
        .send("ACL", "SETUSER", "a", "%")
        .expectError("ERR Error in ACL SETUSER modifier '%': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "%~x")
        .expectError("ERR Error in ACL SETUSER modifier '%~x': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "%X~x")
        .expectError("ERR Error in ACL SETUSER modifier '%X~x': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "%RR~x")
        .expectError("ERR Error in ACL SETUSER modifier '%RR~x': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "~a b")
        .expectError("ERR Error in ACL SETUSER modifier '~a b': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "&a b")
        .expectError("ERR Error in ACL SETUSER modifier '&a b': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(on)")
        .expectError("ERR Error in ACL SETUSER modifier '(on)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(>x)")
        .expectError("ERR Error in ACL SETUSER modifier '(>x)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(nopass)")
        .expectError("ERR Error in ACL SETUSER modifier '(nopass)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(reset)")
        .expectError("ERR Error in ACL SETUSER modifier '(reset)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(())")
        .expectError("ERR Error in ACL SETUSER modifier '(())': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "((~a)", "+get)")
        .expectError("ERR Error in ACL SETUSER modifier '((~a)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "(~x")
        .expectError("ERR Unmatched parenthesis in acl selector starting at '(~x'.");
    server
        .send("ACL", "SETUSER", "a", "on", "(~x", "+get", "b)")
        .expectError("ERR Error in ACL SETUSER modifier '(~x +get b)': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "on", "(~x")
        .expectError("ERR Unmatched parenthesis in acl selector starting at '(~x'.");
    server
        .send("ACL", "SETUSER", "a", "on", ")")
        .expectError("ERR Error in ACL SETUSER modifier ')': Syntax error");
    server
        .send("ACL", "SETUSER", "a", "allkeys", "~x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '~x': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns");
    server
        .send("ACL", "SETUSER", "a", "allkeys", "%R~x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '%R~x': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns");
    server
        .send("ACL", "SETUSER", "a", "allchannels", "&x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '&x': Adding a pattern after the * pattern (or the 'allchannels' flag) is not valid and does not have any effect. Try 'resetchannels' to start with an empty list of channels");
    server
        .send("ACL", "SETUSER", "a", "~*", "~x")
        .expectError(
            "ERR Error in ACL SETUSER modifier '~x': Adding a pattern after the * pattern (or the 'allkeys' flag) is not valid and does not have any effect. Try 'resetkeys' to start with an empty list of patterns");
    server.send("ACL", "SETUSER", "a", "~x", "~*").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "~*",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void badNames(TestServer server) {
    server
        .send("ACL", "SETUSER", "a b", "on")
        .expectError("ERR Usernames can't contain spaces or null characters");
    server
        .send("ACL", "SETUSER", "a	b", "on")
        .expectError("ERR Usernames can't contain spaces or null characters");
    server
        .send("ACL", "SETUSER")
        .expectError("ERR wrong number of arguments for 'acl|setuser' command");
    server.send("ACL", "SETUSER", "").expect("OK");
    server.send("ACL", "USERS").expectArray("", "default");
  }

  @Test
  void modifiersInAnyCase(TestServer server) {
    server
        .send("ACL", "SETUSER", "a", "ON", "NoPass", "ALLKEYS", "AllChannels", "+@HASH", "+GET")
        .expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("on", "nopass"),
            "passwords",
            List.of(),
            "commands",
            "-@all +@hash +get",
            "keys",
            "~*",
            "channels",
            "&*",
            "selectors",
            List.of());
    server.send("ACL", "SETUSER", "a", "RESET").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off", "sanitize-payload"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void emptyModifiersDoNothing(TestServer server) {
    server.send("ACL", "SETUSER", "a", "", "on", "").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("on"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void aPatternWithoutTildeIsEmpty(TestServer server) {
    server.send("ACL", "SETUSER", "a", "%R").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "%R~",
            "channels",
            "",
            "selectors",
            List.of());
  }

  @Test
  void selectorsComeInOneWordOrMore(TestServer server) {
    server
        .send("ACL", "SETUSER", "a", "(~a", "+get)", "(~b +set)", "(~c")
        .expectError("ERR Unmatched parenthesis in acl selector starting at '(~c'.");
    server
        .send("ACL", "SETUSER", "a", "(~a", "+get)", "(~b +set)", "(~c", "+del", ")")
        .expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of(
                List.of("commands", "-@all +get", "keys", "~a", "channels", ""),
                List.of("commands", "-@all +set", "keys", "~b", "channels", ""),
                List.of("commands", "-@all +del", "keys", "~c", "channels", "")));
    server.send("ACL", "SETUSER", "a", "clearselectors").expect("OK");
    server
        .send("ACL", "GETUSER", "a")
        .expectArray(
            "flags",
            List.of("off"),
            "passwords",
            List.of(),
            "commands",
            "-@all",
            "keys",
            "",
            "channels",
            "",
            "selectors",
            List.of());
  }
}
