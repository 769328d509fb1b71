package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** FUNCTION LOAD. */
@DualRun
class FunctionLoadTest {
  @Test
  void readsTheFirstLine(TestServer server) {
    server.send("FUNCTION", "LOAD", "return 1").expectError("ERR Missing library metadata");
    server.send("FUNCTION", "LOAD", "#!lua").expectError("ERR Invalid library metadata");
    server.send("FUNCTION", "LOAD", "#!lua\n").expectError("ERR Library name was not given");
    server.send("FUNCTION", "LOAD", "#!lua name=x").expectError("ERR Invalid library metadata");
    server.send("FUNCTION", "LOAD", "#!lua name=x\n").expectError("ERR No functions registered");
    server
        .send("FUNCTION", "LOAD", "#!lua name=\nreturn 1")
        .expectError(
            "ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a-b\nreturn 1")
        .expectError(
            "ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a name=b\nreturn 1")
        .expectError("ERR Invalid metadata value, name argument was given multiple times");
    server
        .send("FUNCTION", "LOAD", "#!lua foo=a\nreturn 1")
        .expectError("ERR Invalid metadata value given: foo=a");
    server
        .send("FUNCTION", "LOAD", "#!foo name=a\nreturn 1")
        .expectError("ERR Engine 'foo' not found");
    server
        .send("FUNCTION", "LOAD", "#!LUA name=a\nreturn 1")
        .expectError("ERR No functions registered");
    server
        .send("FUNCTION", "LOAD", "#!lua \"\nreturn 1")
        .expectError("ERR Invalid library metadata");
  }

  @Test
  void replacesALibrary(TestServer server) {
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectError("ERR Library 'lib' already exists");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "REPLACE",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectBulk("lib");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "FOO",
            "#!lua name=lib\nredis.register_function(\"f\", function(keys, args) return {keys[1], args[1]} end)\n")
        .expectError("ERR Unknown option given: FOO");
    server
        .send("FUNCTION", "LOAD", "#!lua name=other\nredis.register_function(\"f\",function() end)")
        .expectError("ERR Function f already exists");
    server
        .send("FUNCTION", "LOAD")
        .expectError("ERR wrong number of arguments for 'function|load' command");
    server.send("FCALL", "f", 1, "a", "b").expectArray("a", "b");
  }

  @Test
  void refusesWhatCannotRun(TestServer server) {
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nreturn +")
        .expectError("ERR Error compiling function: user_function:2: unexpected symbol near '+'");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nerror(\"x\")")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'error'");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nlocal x = y")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'y'");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\ny = 1")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Attempt to modify a readonly table");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.call(\"get\",\"x\")")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'call'");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nreturn redis.nosuch()")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'nosuch'");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nlocal t = nil; t.x=1")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: attempt to index local 't' (a nil value)");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nreturn tostring(1)")
        .expectError(
            "ERR Error registering functions: ERR user_function:2: Script attempted to access nonexistent global variable 'tostring'");
  }

  @Test
  void checksWhatIsRegistered(TestServer server) {
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function(\"g\")")
        .expectError(
            "ERR Error registering functions: ERR calling redis.register_function with a single argument is only applicable to Lua table (representing named arguments).");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function()")
        .expectError(
            "ERR Error registering functions: ERR wrong number of arguments to redis.register_function");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function(1,2,3)")
        .expectError(
            "ERR Error registering functions: ERR wrong number of arguments to redis.register_function");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function(\"g\",\"x\")")
        .expectError(
            "ERR Error registering functions: ERR second argument to redis.register_function must be a function");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function(function() end,\"x\")")
        .expectError(
            "ERR Error registering functions: ERR first argument to redis.register_function must be a string");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function(\"g-h\",function() end)")
        .expectError(
            "ERR Error registering functions: ERR Library names can only contain letters, numbers, or underscores(_) and must be at least one character long");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function{}")
        .expectError(
            "ERR Error registering functions: ERR redis.register_function must get a function name argument");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function{function_name=\"g\"}")
        .expectError(
            "ERR Error registering functions: ERR redis.register_function must get a callback argument");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function{callback=function() end}")
        .expectError(
            "ERR Error registering functions: ERR redis.register_function must get a function name argument");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name=\"g\",callback=1}")
        .expectError(
            "ERR Error registering functions: ERR callback argument given to redis.register_function must be a function");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name=\"g\",callback=function() end,flags=1}")
        .expectError(
            "ERR Error registering functions: ERR flags argument to redis.register_function must be a table representing function flags");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name=\"g\",callback=function() end,flags={\"x\"}}")
        .expectError("ERR Error registering functions: ERR unknown flag given");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name=\"g\",callback=function() end,foo=1}")
        .expectError(
            "ERR Error registering functions: ERR unknown argument given to redis.register_function");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name={},callback=function() end}")
        .expectError(
            "ERR Error registering functions: ERR function_name argument given to redis.register_function must be a string");
    server
        .send(
            "FUNCTION",
            "LOAD",
            "#!lua name=a\nredis.register_function{function_name=\"g\",callback=function() end,description={}}")
        .expectError(
            "ERR Error registering functions: ERR description argument given to redis.register_function must be a string");
    server
        .send("FUNCTION", "LOAD", "#!lua name=a\nredis.register_function{[1]=\"g\"}")
        .expectError(
            "ERR Error registering functions: ERR unknown argument given to redis.register_function");
  }
}
