package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FCALL. */
@DualRun
class FCallTest {
  @Test
  void passesKeysAndArguments(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server.send("FCALL", "f", 1, "k", "v").expectArray("k", "v");
    server.send("FCALL", "F", 0).expectArray();
    server.send("FCALL", "f", 0).expectArray();
  }

  @Test
  void checksInThisOrder(TestServer server) {
    server.send("FCALL", "nosuch", "x").expectError("ERR Function not found");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server.send("FCALL", "f", "x").expectError("ERR Bad number of keys provided");
    server.send("FCALL", "f", -1).expectError("ERR Number of keys can't be negative");
    server
        .send("FCALL", "f", 5, "a")
        .expectError("ERR Number of keys can't be greater than number of args");
    server.send("FCALL", "f").expectError("ERR wrong number of arguments for 'fcall' command");
  }

  @Test
  void keepsWhatALibraryKeeps(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=big\nredis.register_function{function_name=\"get\",callback=function(k,a) return redis.call(\"GET\",k[1]) end,flags={\"no-writes\"},description=\"reads\"}\nredis.register_function(\"set\",function(k,a) return redis.call(\"SET\",k[1],a[1]) end)\nlocal n=0\nredis.register_function(\"count\",function() n=n+1 return n end)\nredis.register_function(\"fails\",function() error(\"boom\") end)\nredis.register_function(\"missing\",function() return KEYS end)\nredis.register_function(\"calls\",function() return redis.call(\"nosuch\") end)\n")
        .expectBulk("big");
    server.send("FCALL", "count", 0).expectInteger(1);
    server.send("FCALL", "count", 0).expectInteger(2);
    server.send("FCALL", "set", 1, "k", "v").expect("OK");
    server.send("FCALL", "get", 1, "k").expectBulk("v");
  }

  @Test
  void answersErrorsWithTheirPlace(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=big\nredis.register_function{function_name=\"get\",callback=function(k,a) return redis.call(\"GET\",k[1]) end,flags={\"no-writes\"},description=\"reads\"}\nredis.register_function(\"set\",function(k,a) return redis.call(\"SET\",k[1],a[1]) end)\nlocal n=0\nredis.register_function(\"count\",function() n=n+1 return n end)\nredis.register_function(\"fails\",function() error(\"boom\") end)\nredis.register_function(\"missing\",function() return KEYS end)\nredis.register_function(\"calls\",function() return redis.call(\"nosuch\") end)\n")
        .expectBulk("big");
    server
        .send("FCALL", "fails", 0)
        .expectError("ERR user_function:6: boom script: fails, on @user_function:6.");
    server
        .send("FCALL", "missing", 0)
        .expectError(
            "ERR user_function:7: Script attempted to access nonexistent global variable 'KEYS' script: missing, on @user_function:7.");
    server
        .send("FCALL", "calls", 0)
        .expectError(
            "ERR Unknown Redis command called from script script: calls, on @user_function:8.");
  }

  @Test
  void registersNothingOnceItRuns(TestServer server) {
    server.send(
        "FUNCTION",
        "LOAD",
        "#!lua name=late\nlocal r = redis\nr.register_function('late', function()"
            + " r.register_function('more', function() end) end)");
    server
        .send("FCALL", "late", "0")
        .expectError(
            "ERR redis.register_function can only be called on FUNCTION LOAD command script: late,"
                + " on @user_function:3.");
  }
}
