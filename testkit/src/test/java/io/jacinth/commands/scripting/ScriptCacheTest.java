package io.jacinth.commands.scripting;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many scripts are kept, and which. */
@DualRun
@Since("7.4")
class ScriptCacheTest {
  private static final int MOST = 500;

  private static void fill(TestServer server, int from, int count) {
    for (int i = from; i < from + count; i++) {
      server.send("EVAL", "return " + i, "0").expectInteger(i);
    }
  }

  @Test
  void forgetsTheOneNotUsedForLongest(TestServer server) {
    server.send("EVAL", "return 'first'", "0");
    server.send("EVAL", "return 'second'", "0");
    server.advance(Duration.ofMillis(1));
    String loaded = server.send("SCRIPT", "LOAD", "return 'loaded'").text();
    server.send("EVAL", "return 'promoted'", "0");
    String promoted = server.send("SCRIPT", "LOAD", "return 'promoted'").text();
    fill(server, 0, MOST - 2);
    String first = "c831c38f98f52c070ded9e558dcd9a36533b5bcf";
    String second = "47673101c33ec3f768e19775e884a11922252f2f";
    server.advance(Duration.ofMillis(1));
    server.send("EVALSHA", first, "0").expectBulk("first");
    assertThat(server.send("INFO", "stats").text()).contains("evicted_scripts:0");
    fill(server, MOST, 1);
    assertThat(server.send("INFO", "stats").text()).contains("evicted_scripts:1");
    server.send("SCRIPT", "EXISTS", loaded, promoted, first, second).expectArray(1, 1, 1, 0);
    assertThat(server.send("INFO", "memory").text()).contains("number_of_cached_scripts:502");
    fill(server, MOST + 1, MOST);
    server.send("EVALSHA", loaded, "0").expectBulk("loaded");
    server.send("EVALSHA", promoted, "0").expectBulk("promoted");
    assertThat(server.send("INFO", "memory").text()).contains("number_of_cached_scripts:502");
  }
}
