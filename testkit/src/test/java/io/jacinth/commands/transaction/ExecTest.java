package io.jacinth.commands.transaction;

import static io.jacinth.testkit.Expectation.error;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EXEC. */
@DualRun
class ExecTest {
  @Test
  void needsMulti(TestServer server) {
    server.send("EXEC").expectError("ERR EXEC without MULTI");
    server
        .send("EXEC", "x")
        .expectError(
            "EXECABORT Transaction discarded because of: wrong number of arguments for 'exec' command");
  }

  @Test
  void answersErrorsInTheirPlaces(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("LPUSH", "s", 1).expectSimple("QUEUED");
    server.send("SET", "t", 1).expectSimple("QUEUED");
    server.send("INCR", "s").expectSimple("QUEUED");
    server.send("GET", "t").expectSimple("QUEUED");
    server
        .send("EXEC")
        .expectArray(
            error("WRONGTYPE Operation against a key holding the wrong kind of value"),
            "OK",
            error("ERR value is not an integer or out of range"),
            "1");
    server.send("GET", "t").expectBulk("1");
  }

  @Test
  void failsAfterARequestThatCannotBeQueued(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("NOSUCH").expectError("ERR unknown command 'NOSUCH', with args beginning with: ");
    server.send("EXEC").expectError("EXECABORT Transaction discarded because of previous errors.");
    server.send("EXISTS", "a").expectInteger(0);
    server.send("MULTI").expect("OK");
    server.send("SET", "a").expectError("ERR wrong number of arguments for 'set' command");
    server.send("EXEC").expectError("EXECABORT Transaction discarded because of previous errors.");
    server.send("MULTI").expect("OK");
    server
        .send("CLIENT", "NOSUCH")
        .expectError("ERR unknown subcommand 'NOSUCH'. Try CLIENT HELP.");
    server.send("EXEC").expectError("EXECABORT Transaction discarded because of previous errors.");
    server.send("MULTI").expect("OK");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK");
  }

  @Test
  void runsInTheSelectedDatabase(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SELECT", 3).expectSimple("QUEUED");
    server.send("SET", "a", 3).expectSimple("QUEUED");
    server.send("SELECT", 0).expectSimple("QUEUED");
    server.send("SET", "a", 0).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK", "OK", "OK", "OK");
    server.send("GET", "a").expectBulk("0");
    server.send("SELECT", 3).expect("OK");
    server.send("GET", "a").expectBulk("3");
    server.send("FLUSHALL").expect("OK");
    server.send("SELECT", 0).expect("OK");
  }

  @Test
  void isEmpty(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("EXEC").expectArray();
  }

  @Test
  void doesNotWait(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("BLPOP", "none", 0).expectSimple("QUEUED");
    server.send("BRPOPLPUSH", "none", "other", 0).expectSimple("QUEUED");
    server.send("BLMOVE", "none", "other", "LEFT", "LEFT", 0).expectSimple("QUEUED");
    server.send("BZPOPMIN", "none", 0).expectSimple("QUEUED");
    server.send("BZMPOP", 0, 1, "none", "MIN").expectSimple("QUEUED");
    server.send("BLMPOP", 0, 1, "none", "LEFT").expectSimple("QUEUED");
    server.send("XREAD", "BLOCK", 0, "STREAMS", "none", "$").expectSimple("QUEUED");
    server.send("EXEC").expectArray(null, null, null, null, null, null, null);
    server.send("LLEN", "none").expectInteger(0);
  }

  @Test
  void seesEveryKey(TestServer server) {
    server.send("MSET", "a", 1, "b", 2).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("KEYS", "*").expectSimple("QUEUED");
    server.send("DBSIZE").expectSimple("QUEUED");
    server.send("SCAN", 0, "COUNT", 1000, "MATCH", "none*").expectSimple("QUEUED");
    server.send("RANDOMKEY").expectSimple("QUEUED");
    server.send("FLUSHALL").expectSimple("QUEUED");
    server.send("DBSIZE").expectSimple("QUEUED");
    server.send("SET", "x", 1).expectSimple("QUEUED");
    server.send("SWAPDB", 0, 1).expectSimple("QUEUED");
    server.send("EXISTS", "x").expectSimple("QUEUED");
    server.send("SWAPDB", 0, 1).expectSimple("QUEUED");
    server.send("EXISTS", "x").expectSimple("QUEUED");
    server.send("SORT", "none", "BY", "w_*").expectSimple("QUEUED");
    server.send("EXEC");
  }

  @Test
  void servesAListPushedBefore(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("RPUSH", "l", "a", "b", "c").expectSimple("QUEUED");
    server.send("BLPOP", "l", 0).expectSimple("QUEUED");
    server.send("LMOVE", "l", "l2", "LEFT", "RIGHT").expectSimple("QUEUED");
    server.send("EXEC").expectArray(3, List.of("l", "a"), "b");
    server.send("LRANGE", "l", 0, -1).expectArray("c");
    server.send("LRANGE", "l2", 0, -1).expectArray("b");
  }
}
