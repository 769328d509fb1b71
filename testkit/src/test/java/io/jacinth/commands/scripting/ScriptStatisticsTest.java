package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** What is counted of each script and function: in INFO and FUNCTION STATS. Not in Redis. */
@DualRun
@JacinthOnly("not in Redis")
class ScriptStatisticsTest {
  @Test
  void countsScripts(TestServer server) {
    String script = "redis.call('SET', KEYS[1], 1) return redis.call('GET', KEYS[1])";
    String name = server.send("SCRIPT", "LOAD", script).text();
    assertThat(server.send("INFO", "scriptstats").text()).isEqualTo("# Scriptstats\r\n");
    server.send("EVALSHA", name, "1", "k");
    server.send("EVAL", script, "1", "k");
    server.send("EVAL", script, "0").expectErrorStarting("ERR ");
    assertThat(server.send("INFO", "scriptstats").text())
        .containsPattern(
            "script_"
                + name
                + ":calls=3,usec=\\d+,usec_per_call=[\\d.]+,redis_calls=4,failed_calls=1");
    assertThat(server.send("INFO").text()).doesNotContain("Scriptstats");
  }

  @Test
  void countsFunctions(TestServer server) {
    server.send(
        "FUNCTION",
        "LOAD",
        "#!lua name=lib\nredis.register_function('f', function() return redis.call('PING') end)");
    server.send("FCALL", "f", "0");
    server.send("FCALL", "F", "0");
    assertThat(server.send("INFO", "scriptstats").text())
        .containsPattern("function_f:calls=2,usec=\\d+,usec_per_call=[\\d.]+,redis_calls=2,");
    assertThat(server.send("FUNCTION", "STATS").toString())
        .containsPattern("functions.*f.*calls.*2.*usec.*redis_calls.*2.*failed_calls.*0");
  }
}
