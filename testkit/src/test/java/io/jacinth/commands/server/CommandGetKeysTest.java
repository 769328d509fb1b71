package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** COMMAND GETKEYS and COMMAND GETKEYSANDFLAGS. */
@DualRun
class CommandGetKeysTest {
  @Test
  void findsKeys(TestServer server) {
    server.send("COMMAND", "GETKEYS", "get", "a").expectArray("a");
    server.send("COMMAND", "GETKEYS", "MSET", "a", "b", "c", "d").expectArray("a", "c");
    server.send("COMMAND", "GETKEYS", "mset", "a", "b", "c").expectArray("a", "c");
    server.send("COMMAND", "GETKEYS", "mget", "a", "b", "a").expectArray("a", "b", "a");
  }

  @Test
  void tellsWhatIsDoneWithThem(TestServer server) {
    server
        .send("COMMAND", "GETKEYSANDFLAGS", "mset", "a", "b", "c", "d")
        .expectArray(List.of("a", List.of("OW", "update")), List.of("c", List.of("OW", "update")));
    server
        .send("COMMAND", "GETKEYSANDFLAGS", "set", "a", "b")
        .expectArray(List.of("a", List.of("OW", "update")));
    server
        .send("COMMAND", "GETKEYSANDFLAGS", "set", "a", "b", "XX", "get")
        .expectArray(List.of("a", List.of("RW", "access", "update")));
    server
        .resp3()
        .send("COMMAND", "GETKEYSANDFLAGS", "get", "a")
        .expectRaw("*1\r\n*2\r\n$1\r\na\r\n~2\r\n+RO\r\n+access\r\n");
  }

  @Test
  void findsWhereResultsAreStored(TestServer server) {
    server.send("COMMAND", "GETKEYS", "sort", "k").expectArray("k");
    server.send("COMMAND", "GETKEYS", "sort", "k", "store").expectArray("k");
    server
        .send("COMMAND", "GETKEYS", "sort", "k", "store", "a", "ASC", "STORE", "b")
        .expectArray("k", "b");
    server
        .send(
            "COMMAND", "GETKEYS", "sort", "k", "by", "store", "get", "store", "limit", "store", "x",
            "store", "c")
        .expectArray("k", "c");
    server
        .send("COMMAND", "GETKEYSANDFLAGS", "sort", "k", "STORE", "d")
        .expectArray(List.of("k", List.of("RO", "access")), List.of("d", List.of("OW", "update")));
    server.send("COMMAND", "GETKEYS", "sort_ro", "k", "store", "a").expectArray("k");
    server
        .send("COMMAND", "GETKEYS", "georadius", "k", 0, 0, 1, "km", "storedist", "a", "store", "b")
        .expectArray("k", "b", "a");
    server
        .send("COMMAND", "GETKEYS", "georadius", "k", 0, 0, 1, "km", "store", "a", "store", "b")
        .expectArray("k", "a");
    server
        .send("COMMAND", "GETKEYS", "georadiusbymember", "k", "store", "x", "km")
        .expectArray("k");
    server.send("COMMAND", "GETKEYS", "georadius", "k", 0, 0, 1, "km", "store").expectArray("k");
    server
        .send(
            "COMMAND",
            "GETKEYS",
            "geosearchstore",
            "a",
            "b",
            "fromlonlat",
            0,
            0,
            "byradius",
            1,
            "m")
        .expectArray("a", "b");
  }

  @Test
  void refusesWhatHasNoKeys(TestServer server) {
    for (String subcommand : List.of("GETKEYS", "GETKEYSANDFLAGS")) {
      server
          .send("COMMAND", subcommand, "nosuch", "a")
          .expectError("ERR Invalid command specified");
      server
          .send("COMMAND", subcommand, "client", "nosuch")
          .expectError("ERR Invalid command specified");
      server
          .send("COMMAND", subcommand, "client", "id")
          .expectError("ERR The command has no key arguments");
      server
          .send("COMMAND", subcommand, "ping", "a")
          .expectError("ERR The command has no key arguments");
      server
          .send("COMMAND", subcommand, "get", "a", "b")
          .expectError("ERR Invalid number of arguments specified for command");
      server
          .send("COMMAND", subcommand, "get")
          .expectErrorStarting("ERR wrong number of arguments for 'command|getkeys");
    }
  }
}
