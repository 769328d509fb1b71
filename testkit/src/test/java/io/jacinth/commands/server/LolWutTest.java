package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** LOLWUT. */
@DualRun
class LolWutTest {
  @Test
  void endsWithTheVersion(TestServer server) {
    assertThat(server.send("LOLWUT").text()).containsPattern("(Redis|Jacinth) ver\\. [0-9.]+.*\n$");
  }

  @Test
  void takesAVersion(TestServer server) {
    assertThat(server.send("LOLWUT", "version", 1).text()).contains(" ver. ");
    assertThat(server.send("LOLWUT", "VERSION").text()).contains(" ver. ");
    server
        .send("LOLWUT", "VERSION", "x")
        .expectError("ERR value is not an integer or out of range");
  }

  @Test
  void isVerbatimTextInResp3(TestServer server) {
    assertThat(server.resp3().send("LOLWUT").value()).isInstanceOf(RespValue.VerbatimString.class);
  }

  @Test
  @JacinthOnly("the picture is our own")
  void drawsAnotherPictureEachTime(TestServer server) {
    String first = server.send("LOLWUT").text();
    assertThat(first.lines()).hasSizeGreaterThan(10).allMatch(line -> line.length() <= 64);
    assertThat(server.send("LOLWUT").text()).isNotEqualTo(first);
  }
}
