package io.jacinth.commands.acl;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** ACL LIST. */
@DualRun
class AclListTest {
  @Test
  void hasALineAUser(TestServer server) {
    server.send("ACL", "LIST").expectArray("user default on nopass ~* &* +@all");
    server
        .send(
            "ACL", "SETUSER", "alice", "on", ">x", "~a*", "%R~b", "%W~c", "&news", "+get", "-@all",
            "+@read", "-get")
        .expect("OK");
    server.send("ACL", "SETUSER", "bob", "(~k*", "+get)", "(+@hash", "~h", "&c)").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user alice on #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881 ~a* %R~b %W~c resetchannels &news -@all +@read -get",
            "user bob off resetchannels -@all (~k* resetchannels -@all +get) (~h resetchannels &c -@all +@hash)",
            "user default on nopass ~* &* +@all");
    server
        .send("ACL", "LIST", "x")
        .expectError("ERR wrong number of arguments for 'acl|list' command");
  }

  @Test
  void tellsWhatWasSaidOfPayloads(TestServer server) {
    server.send("ACL", "SETUSER", "a", "skip-sanitize-payload").expect("OK");
    server.send("ACL", "SETUSER", "b", "sanitize-payload").expect("OK");
    server.send("ACL", "SETUSER", "c", "reset").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user a off skip-sanitize-payload resetchannels -@all",
            "user b off sanitize-payload resetchannels -@all",
            "user c off sanitize-payload resetchannels -@all",
            "user default on nopass ~* &* +@all");
  }

  @Test
  void aPatternForReadingAndWritingIsPlain(TestServer server) {
    server.send("ACL", "SETUSER", "a", "%RW~a", "%wr~b", "%R~c", "%W~c").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user a off ~a ~b ~c resetchannels -@all", "user default on nopass ~* &* +@all");
  }

  @Test
  void allKeysAndChannels(TestServer server) {
    server.send("ACL", "SETUSER", "a", "allkeys", "allchannels", "allcommands").expect("OK");
    server.send("ACL", "SETUSER", "b", "%RW~*", "~b").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user a off ~* &* +@all",
            "user b off ~* ~b resetchannels -@all",
            "user default on nopass ~* &* +@all");
  }

  @Test
  void selectorsWithoutRules(TestServer server) {
    server.send("ACL", "SETUSER", "a", "()", "( )").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray(
            "user a off resetchannels -@all (resetchannels -@all) (resetchannels -@all)",
            "user default on nopass ~* &* +@all");
    server.send("ACL", "SETUSER", "a", "clearselectors").expect("OK");
    server
        .send("ACL", "LIST")
        .expectArray("user a off resetchannels -@all", "user default on nopass ~* &* +@all");
  }
}
