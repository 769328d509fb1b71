package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FCALL_RO. */
@DualRun
class FCallRoTest {
  @Test
  void callsWhatDoesNotWrite(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=big\nredis.register_function{function_name=\"get\",callback=function(k,a) return redis.call(\"GET\",k[1]) end,flags={\"no-writes\"},description=\"reads\"}\nredis.register_function(\"set\",function(k,a) return redis.call(\"SET\",k[1],a[1]) end)\nlocal n=0\nredis.register_function(\"count\",function() n=n+1 return n end)\nredis.register_function(\"fails\",function() error(\"boom\") end)\nredis.register_function(\"missing\",function() return KEYS end)\nredis.register_function(\"calls\",function() return redis.call(\"nosuch\") end)\n")
        .expectBulk("big");
    server.send("SET", "k", "v").expect("OK");
    server.send("FCALL_RO", "get", 1, "k").expectBulk("v");
    server
        .send("FCALL_RO", "set", 1, "k", "v")
        .expectError("ERR Can not execute a script with write flag using *_ro command.");
    server.send("FCALL_RO", "nosuch", 0).expectError("ERR Function not found");
  }
}
