package io.jacinth.commands.server;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** COMMAND INFO; see {@link CommandComparisonTest} for every command's entry. */
@DualRun
class CommandInfoTest {
  private static final String GET_IN_RESP2 =
      "*1\r\n*10\r\n$3\r\nget\r\n:2\r\n*2\r\n+readonly\r\n+fast\r\n:1\r\n:1\r\n:1\r\n"
          + "*3\r\n+@read\r\n+@string\r\n+@fast\r\n*0\r\n"
          + "*1\r\n*6\r\n$5\r\nflags\r\n*2\r\n+RO\r\n+access\r\n"
          + "$12\r\nbegin_search\r\n*4\r\n$4\r\ntype\r\n$5\r\nindex\r\n$4\r\nspec\r\n"
          + "*2\r\n$5\r\nindex\r\n:1\r\n"
          + "$9\r\nfind_keys\r\n*4\r\n$4\r\ntype\r\n$5\r\nrange\r\n$4\r\nspec\r\n"
          + "*6\r\n$7\r\nlastkey\r\n:0\r\n$7\r\nkeystep\r\n:1\r\n$5\r\nlimit\r\n:0\r\n*0\r\n";

  @Test
  void describesInBothProtocols(TestServer server) {
    server.send("COMMAND", "INFO", "GET").expectRaw(GET_IN_RESP2);
    server
        .resp3()
        .send("COMMAND", "INFO", "get")
        .expectRaw(
            GET_IN_RESP2
                .replace("*2\r\n+readonly", "~2\r\n+readonly")
                .replace("*3\r\n+@read", "~3\r\n+@read")
                .replace(
                    "*0\r\n*1\r\n*6\r\n$5\r\nflags\r\n*2", "~0\r\n~1\r\n%3\r\n$5\r\nflags\r\n~2")
                .replace("*4\r\n", "%2\r\n")
                .replace("*2\r\n$5\r\nindex", "%1\r\n$5\r\nindex")
                .replace("*6\r\n$7", "%3\r\n$7")
                .replace(":0\r\n*0\r\n", ":0\r\n~0\r\n"));
  }

  @Test
  void answersNilForUnknownNames(TestServer server) {
    server
        .send("COMMAND", "INFO", "nosuch", "config|nosuch", "get|x", "")
        .expectArray(null, null, null, null)
        .expectRaw("*4\r\n$-1\r\n$-1\r\n$-1\r\n$-1\r\n");
    server.resp3().send("COMMAND", "INFO", "nosuch").expectRaw("*1\r\n_\r\n");
  }
}
