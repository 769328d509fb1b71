package io.jacinth.commands.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.Since;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** WATCH. */
@DualRun
class WatchTest {
  @Test
  void isNotAllowedInATransaction(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("WATCH", "a").expectError("ERR WATCH inside MULTI is not allowed");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK");
    server.send("WATCH").expectError("ERR wrong number of arguments for 'watch' command");
  }

  @Test
  void letsUnchangedKeysBe(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a", "b", "a").expect("OK");
    server.send("GET", "a").expectBulk("1");
    server.send("MULTI").expect("OK");
    server.send("SET", "b", 1).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK");
    server.send("MULTI").expect("OK");
    server.send("SET", "b", 2).expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK");
  }

  @Test
  void seesSet(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesExpire(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("EXPIRE", "a", 100).expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesPastExpire(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("EXPIRE", "a", -1).expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesFlushAll(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("FLUSHALL").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesFlushDb(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("FLUSHDB", "ASYNC").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesFlushOfNothing(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("FLUSHALL").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesSwapIn(TestServer server) {
    server.send("SELECT", 1).expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("SELECT", 0).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("SWAPDB", 0, 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesSwapOut(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("SWAPDB", 0, 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesSwapOfOthers(TestServer server) {
    server.send("SELECT", 1).expect("OK");
    server.send("SET", "b", 1).expect("OK");
    server.send("SELECT", 0).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("SWAPDB", 0, 1).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesRename(TestServer server) {
    server.send("SET", "b", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("RENAME", "b", "a").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesRenameAway(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("RENAME", "a", "b").expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesFailedWrite(TestServer server) {
    server.send("SET", "a", "x").expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("INCR", "a").expectError("ERR value is not an integer or out of range");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesNothingRemoved(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("DEL", "a").expectInteger(0);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesSameMember(TestServer server) {
    server.send("SADD", "a", "x").expectInteger(1);
    server.send("WATCH", "a").expect("OK");
    server.send("SADD", "a", "x").expectInteger(0);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesPop(TestServer server) {
    server.send("RPUSH", "a", "x").expectInteger(1);
    server.send("WATCH", "a").expect("OK");
    server.send("LPOP", "a").expectBulk("x");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesPfCount(TestServer server) {
    server.send("PFADD", "a", "x").expectInteger(1);
    server.send("WATCH", "a").expect("OK");
    server.send("PFCOUNT", "a").expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesCopy(TestServer server) {
    server.send("SET", "b", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("COPY", "b", "a").expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesMove(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("MOVE", "a", 1).expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesSortStore(TestServer server) {
    server.send("RPUSH", "b", 1).expectInteger(1);
    server.send("WATCH", "a").expect("OK");
    server.send("SORT", "b", "STORE", "a").expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesAppend(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("APPEND", "a", "x").expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesGetEx(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("GETEX", "a", "EX", 100).expectBulk("1");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void seesGetExPlain(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("GETEX", "a").expectBulk("1");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesPersist(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("PERSIST", "a").expectInteger(0);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesOtherDatabase(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("SELECT", 1).expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("SELECT", 0).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesGroupRead(TestServer server) {
    server.send("XADD", "a", "1-1", "f", "v").expectBulk("1-1");
    server.send("XGROUP", "CREATE", "a", "g", 0).expect("OK");
    server.send("WATCH", "a").expect("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "a", ">")
        .expectArray(List.of("a", List.of(List.of("1-1", List.of("f", "v")))));
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  void seesAStreamMadeForAGroup(TestServer server) {
    server.send("WATCH", "a").expect("OK");
    server.send("XGROUP", "CREATE", "a", "g", 0, "MKSTREAM").expect("OK");
    server.send("XGROUP", "SETID", "a", "g", 0).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("EXEC").expectNil();
  }

  @Test
  void letsASwapOfADatabaseWithItselfBe(TestServer server) {
    server.send("SET", "a", "v").expect("OK");
    server.send("WATCH", "a").expect("OK");
    server.send("SWAPDB", 0, 0).expect("OK");
    server.send("MULTI").expect("OK");
    server.send("EXEC").expectArray();
  }

  @Test
  void seesXAck(TestServer server) {
    server.send("XADD", "a", "1-1", "f", "v").expectBulk("1-1");
    server.send("XGROUP", "CREATE", "a", "g", 0).expect("OK");
    server
        .send("XREADGROUP", "GROUP", "g", "c", "STREAMS", "a", ">")
        .expectArray(List.of("a", List.of(List.of("1-1", List.of("f", "v")))));
    server.send("WATCH", "a").expect("OK");
    server.send("XACK", "a", "g", "1-1").expectInteger(1);
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectArray("PONG");
  }

  @Test
  @Since("7.2")
  void countsAKeyOnce(TestServer server) {
    server.send("WATCH", "a", "b", "a").expect("OK");
    server.send("WATCH", "b").expect("OK");
    assertThat(server.send("CLIENT", "INFO").text()).contains(" watch=2 ");
  }
}
