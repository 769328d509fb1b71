package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** MGET. */
@DualRun
class MGetTest {
  @Test
  void answersNilForWhatIsNotThere(TestServer server) {
    server.send("MSET", "a", "1", "b", "two").expectSimple("OK");
    server.send("MGET", "a", "b", "c", "a").expectArray("1", "two", null, "1");
    server.send("MGET", "c").expectArray((Object) null);
    server.send("MGET").expectError("ERR wrong number of arguments for 'mget' command");
  }
}
