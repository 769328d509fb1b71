package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LCS. */
@DualRun
class LcsTest {
  @Test
  void findsTheSubsequence(TestServer server) {
    server.send("MSET", "a", "ohmytext", "b", "mynewtext").expectSimple("OK");
    server.send("LCS", "a", "b").expectBulk("mytext");
    server.send("LCS", "a", "b", "LEN").expectInteger(6);
    server
        .send("LCS", "a", "b", "IDX")
        .expectArray(
            "matches",
            List.of(
                List.of(List.of(4L, 7L), List.of(5L, 8L)),
                List.of(List.of(2L, 3L), List.of(0L, 1L))),
            "len",
            6L);
    server
        .send("LCS", "a", "b", "IDX", "MINMATCHLEN", "4")
        .expectArray("matches", List.of(List.of(List.of(4L, 7L), List.of(5L, 8L))), "len", 6L);
    server
        .send("LCS", "a", "b", "IDX", "MINMATCHLEN", "4", "WITHMATCHLEN")
        .expectArray("matches", List.of(List.of(List.of(4L, 7L), List.of(5L, 8L), 4L)), "len", 6L);
    server.send("LCS", "a", "missing").expectBulk("");
    server.send("LCS", "missing", "none", "LEN").expectInteger(0);
    server.send("LCS", "missing", "none", "IDX").expectArray("matches", List.of(), "len", 0L);
    server.send("MSET", "c", "AGGTAB", "d", "GXTXAYB").expectSimple("OK");
    server.send("LCS", "c", "d").expectBulk("GTAB");
    server
        .send("LCS", "c", "d", "IDX", "WITHMATCHLEN")
        .expectArray(
            "matches",
            List.of(
                List.of(List.of(5L, 5L), List.of(6L, 6L), 1L),
                List.of(List.of(4L, 4L), List.of(4L, 4L), 1L),
                List.of(List.of(3L, 3L), List.of(2L, 2L), 1L),
                List.of(List.of(2L, 2L), List.of(0L, 0L), 1L)),
            "len",
            4L);
  }

  @Test
  void refusesWrongOptions(TestServer server) {
    server.send("MSET", "a", "x", "b", "y").expectSimple("OK");
    server
        .send("LCS", "a", "b", "LEN", "IDX")
        .expectError("ERR If you want both the length and indexes, please just use IDX.");
    server.send("LCS", "a", "b", "FOO").expectError("ERR syntax error");
    server.send("LCS", "a", "b", "MINMATCHLEN").expectError("ERR syntax error");
    server
        .send("LCS", "a", "b", "MINMATCHLEN", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("LCS", "a").expectError("ERR wrong number of arguments for 'lcs' command");
  }
}
