package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** OBJECT REFCOUNT. */
@DualRun
class ObjectRefCountTest {
  @Test
  void is1ForAValueOfItsOwn(TestServer server) {
    server.send("SET", "a", "text").expect("OK");
    server.send("OBJECT", "REFCOUNT", "a").expectInteger(1);
    server.send("OBJECT", "REFCOUNT", "none").expectNil();
  }

  @Test
  void isLargeForSmallIntegersUnlessUsesAreKept(TestServer server) {
    long shared = Integer.MAX_VALUE;
    server.send("MSET", "a", 0, "b", 9999, "c", 10_000, "d", -1, "e", "01").expect("OK");
    server.send("RPUSH", "l", 1).expectInteger(1);
    server.send("OBJECT", "REFCOUNT", "a").expectInteger(shared);
    server.send("OBJECT", "REFCOUNT", "b").expectInteger(shared);
    for (String key : List.of("c", "d", "e", "l")) {
      server.send("OBJECT", "REFCOUNT", key).expectInteger(1);
    }
    server.send("DECR", "c").expectInteger(9999);
    server.send("OBJECT", "REFCOUNT", "c").expectInteger(shared);
    server.send("CONFIG", "SET", "maxmemory-policy", "volatile-lfu").expect("OK");
    server.send("OBJECT", "REFCOUNT", "a").expectInteger(shared);
    server.send("CONFIG", "SET", "maxmemory", "1gb").expect("OK");
    server.send("SET", "a", 1).expect("OK");
    server.send("OBJECT", "REFCOUNT", "a").expectInteger(1);
    server.send("CONFIG", "SET", "maxmemory-policy", "volatile-ttl").expect("OK");
    server.send("SET", "a", 2).expect("OK");
    server.send("OBJECT", "REFCOUNT", "a").expectInteger(shared);
  }
}
