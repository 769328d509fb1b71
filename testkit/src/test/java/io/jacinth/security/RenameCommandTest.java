package io.jacinth.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code rename-command}: what clients call, and what all else goes on to call by its name. */
@Timeout(60)
class RenameCommandTest {
  private static final String[] RENAMES = {
    "--rename-command", "get", "fetch",
    "--rename-command", "CONFIG", "",
    "--rename-command", "SeT", "we ird",
    "--rename-command", "acl", "acl2",
  };

  private static final List<String> SCRIPT =
      List.of(
          "get a",
          "we+ird a b",
          "fetch a",
          "FeTcH a",
          "fetch",
          "fetch a b",
          "config get port",
          "config",
          "config|get port",
          "command info get",
          "command info fetch config|get acl2|whoami acl|whoami",
          "command docs get",
          "command getkeys fetch a",
          "command getkeys get a",
          "command list filterby pattern *etch*",
          "command list filterby pattern config*",
          "command list filterby pattern acl|w*",
          "acl2 setuser foo on nopass ~a +get +set +config|get",
          "acl2 setuser foo +fetch",
          "acl2 dryrun foo get a",
          "acl2 dryrun foo fetch a",
          "acl2 dryrun foo fetch b",
          "acl2 dryrun default fetch b",
          "acl2 nosuch",
          "acl whoami",
          "multi",
          "fetch a",
          "get a",
          "exec",
          "auth foo x",
          "fetch a",
          "fetch b",
          "ping");

  @BeforeEach
  void needsRedis() {
    Assumptions.assumeTrue(RealRedis.binary().isPresent());
  }

  private static Map<String, RespValue> replies(TestConnection connection) {
    Map<String, RespValue> replies = new LinkedHashMap<>();
    for (String line : SCRIPT) {
      List<Object> words = new ArrayList<>();
      for (String word : line.split(" ")) {
        words.add(word.replace('+', line.startsWith("we+") ? ' ' : '+'));
      }
      replies.put(replies.size() + " " + line, connection.send(words.toArray()).value());
    }
    return replies;
  }

  @Test
  void namesAreThoseOfRedis() {
    try (RealRedis redis = RealRedis.start(RENAMES);
        TestConnection toRedis = TestConnection.open(redis);
        JacinthUnderTest jacinth = JacinthUnderTest.start(RENAMES);
        TestConnection toJacinth = TestConnection.open(jacinth)) {
      assertThat(replies(toJacinth)).containsExactlyEntriesOf(replies(toRedis));
      jacinth.checkInvariants();
    }
  }

  @Test
  void aTransactionOfRenamedCommandsRuns() {
    try (JacinthUnderTest jacinth = JacinthUnderTest.start("--rename-command", "multi", "begin");
        TestConnection client = TestConnection.open(jacinth)) {
      client.send("begin").expect("OK");
      client.send("set", "k", "v").expect("QUEUED");
      client.send("exec").expectArray("OK");
      client.send("multi").expectErrorStarting("ERR unknown command 'multi'");
    }
  }

  @Test
  void whatCannotBeRenamedStopsTheStart() {
    assertThatThrownBy(() -> JacinthUnderTest.start("--rename-command", "nosuch", "x"))
        .hasMessageContaining(
            ">>> 'rename-command \"nosuch\" \"x\"'\nNo such command in rename-command\n");
    assertThatThrownBy(() -> JacinthUnderTest.start("--rename-command", "get", "set"))
        .hasMessageContaining("\nTarget command name already exists\n");
    assertThatThrownBy(() -> JacinthUnderTest.start("--rename-command", "config|get", "x"))
        .hasMessageContaining("\nNo such command in rename-command\n");
  }
}
