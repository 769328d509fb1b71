package io.jacinth.commands.generic;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RESTORE of a list that is longer than a packed list can count. */
@DualRun
class RestoreLongListTest {
  private static final int ELEMENTS = 70_000;

  @Test
  void keepsItsLengthAndItsForm(TestServer server) {
    Object[] push =
        Stream.concat(
                Stream.of("RPUSH", "list"),
                IntStream.range(0, ELEMENTS).mapToObj(Integer::toString))
            .toArray();
    server.send(push).expect(ELEMENTS);
    byte[] payload =
        ((RespValue.BulkString) RespValue.parse(server.send("DUMP", "list").wire())).bytes();
    server.send("RESTORE", "copy", "0", payload).expect("OK");
    server.send("LLEN", "copy").expect(ELEMENTS);
    server.send("OBJECT", "ENCODING", "copy").expect("quicklist");
    server.send("LINDEX", "copy", "65536").expect("65536");
    server.send("RPUSH", "copy", "last").expect(ELEMENTS + 1);
    server.send("LINDEX", "copy", "-1").expect("last");
  }
}
