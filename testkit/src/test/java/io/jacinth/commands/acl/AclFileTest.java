package io.jacinth.commands.acl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.server.JacinthServer;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.Reply;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The file of {@code aclfile} and {@code user} directives, on both servers. */
class AclFileTest {
  private static final String UNCHANGED =
      "WARNING: ACL errors detected, no change to the previously active ACL rules was performed";

  @TempDir private Path folder;

  /** How each server is started. */
  static Stream<Function<String[], RunningServer>> servers() {
    Stream<Function<String[], RunningServer>> ours =
        Stream.of(arguments -> JacinthUnderTest.start(arguments));
    return RealRedis.binary().isEmpty()
        ? ours
        : Stream.concat(ours, Stream.of(arguments -> RealRedis.start(arguments)));
  }

  private RunningServer start(Function<String[], RunningServer> servers, String users)
      throws IOException {
    Files.writeString(folder.resolve("users.acl"), users);
    return servers.apply(new String[] {"--aclfile", folder.resolve("users.acl").toString()});
  }

  @ParameterizedTest
  @MethodSource("servers")
  void holdsTheUsers(Function<String[], RunningServer> servers) throws IOException {
    String users =
        "user zoe on nopass (+get ~k)\n\n  user alice off >x ~a +@all\t\n"
            + "user default on nopass +@all ~d*\n";
    try (RunningServer server = start(servers, users);
        TestConnection connection = TestConnection.open(server)) {
      List<String> lines =
          List.of(
              "user alice off"
                  + " #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
                  + " ~a resetchannels +@all",
              "user default on nopass ~d* resetchannels +@all",
              "user zoe on nopass resetchannels -@all (~k resetchannels -@all +get)");
      connection.send("ACL", "LIST").expectArray(lines.toArray());
      connection.send("ACL", "SAVE").expect("OK");
      assertThat(Files.readAllLines(folder.resolve("users.acl"))).isEqualTo(lines);
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void changesNothingWhereALineIsWrong(Function<String[], RunningServer> servers)
      throws IOException {
    try (RunningServer server = start(servers, "user alice on\n");
        TestConnection connection = TestConnection.open(server)) {
      String file = folder.resolve("users.acl").toString();
      load(connection, "user a on\nfoo b\n")
          .expectError(
              "ERR "
                  + file
                  + ":2 should start with user keyword followed by the username. "
                  + UNCHANGED);
      load(connection, "user\n")
          .expectError(
              "ERR "
                  + file
                  + ":1 should start with user keyword followed by the username. "
                  + UNCHANGED);
      load(connection, "user a on\nuser a off\n")
          .expectError("ERR WARNING: Duplicate user 'a' found on line 2. " + UNCHANGED);
      load(connection, "user a on +nosuch\nuser b xx\n")
          .expectError(
              "ERR "
                  + file
                  + ":1: Error in applying operation '+nosuch': Unknown command or category name"
                  + " in ACL. "
                  + file
                  + ":2: Syntax error. "
                  + UNCHANGED);
      connection.send("ACL", "USERS").expectArray("alice", "default");
      Files.delete(folder.resolve("users.acl"));
      connection
          .send("ACL", "LOAD")
          .expectError(
              "ERR Error loading ACLs, opening file '" + file + "': No such file or directory");
    }
  }

  private Reply load(TestConnection connection, String users) throws IOException {
    Files.writeString(folder.resolve("users.acl"), users);
    return connection.send("ACL", "LOAD");
  }

  @Test
  void loadingDisconnectsClientsOfUsersWhoAreGone() throws IOException {
    String users = "user alice on nopass +@all ~*\nuser bob on nopass +@all ~*\n";
    try (RunningServer server = start(JacinthUnderTest::start, users);
        TestConnection admin = TestConnection.open(server);
        TestConnection alice = TestConnection.open(server);
        TestConnection bob = TestConnection.open(server)) {
      alice.send("AUTH", "alice", "x").expect("OK");
      bob.send("AUTH", "bob", "x").expect("OK");
      load(admin, "user alice on nopass +ping\n").expect("OK");
      alice.send("PING").expect("PONG");
      alice
          .send("GET", "k")
          .expectError("NOPERM this user has no permissions to run the 'get' command");
      bob.expectClosed();
    }
  }

  @ParameterizedTest
  @MethodSource("servers")
  void theConfigurationMayDeclareUsers(Function<String[], RunningServer> servers) {
    String directives = "--user alice on >x +get (~a +set) --user default on nopass +@all ~d";
    try (RunningServer server = servers.apply(directives.split(" "));
        TestConnection connection = TestConnection.open(server)) {
      connection
          .send("ACL", "LIST")
          .expectArray(
              "user alice on"
                  + " #2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
                  + " resetchannels -@all +get (~a resetchannels -@all +set)",
              "user default on nopass sanitize-payload ~d resetchannels +@all");
    }
  }

  @Test
  void wrongUsersKeepTheServerFromStarting() {
    refuses("user a on\nuser a off\n", "Error in user declaration 'a': Duplicate user found.");
    refuses("user a on xx\n", "Error in user declaration 'a': Syntax error");
    refuses("user a +nosuch\n", "Unknown command or category name in ACL");
    refuses("user \"a b\" on\n", "Spaces not allowed in ACL usernames");
    refuses("aclfile nosuch.acl\n", "opening file 'nosuch.acl': No such file or directory");
    refuses("aclfile x.acl\nuser a on\n", "only one of them may be");
  }

  private void refuses(String configuration, String complaint) {
    Path file = folder.resolve("redis.conf");
    assertThatThrownBy(
            () -> {
              Files.writeString(file, configuration);
              JacinthServer.builder().arguments(List.of(file.toString())).anyPort().start().close();
            })
        .hasMessageContaining(complaint);
  }
}
