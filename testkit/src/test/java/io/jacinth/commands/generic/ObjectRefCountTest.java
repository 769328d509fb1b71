package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
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
}
