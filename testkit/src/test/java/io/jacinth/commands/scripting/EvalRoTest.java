package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** EVAL_RO. */
@DualRun
class EvalRoTest {
  @Test
  void mayRead(TestServer server) {
    server.send("SET", "a", 1).expect("OK");
    server.send("EVAL_RO", "return redis.call('GET',KEYS[1])", 1, "a").expectBulk("1");
    server.send("EVAL_RO", "return ARGV[1]", 0, "x").expectBulk("x");
    server.send("EVAL_RO").expectError("ERR wrong number of arguments for 'eval_ro' command");
  }

  @Test
  void mayNotWrite(TestServer server) {
    server
        .send("EVAL_RO", "return redis.call('SET',KEYS[1],1)", 1, "a")
        .expectError(
            "ERR Write commands are not allowed from read-only scripts. script: a8e045687019c1230c01d4717e0579b12b1a1b50, on @user_script:1.");
    server
        .send("EVAL_RO", "return redis.pcall('SET',KEYS[1],1)", 1, "a")
        .expectError("ERR Write commands are not allowed from read-only scripts.");
    server
        .send("EVAL_RO", "return redis.call('PUBLISH','c','m')", 0)
        .expectError(
            "ERR Write commands are not allowed from read-only scripts. script: cf83e0d368326f081288903612dabe0892e511ff, on @user_script:1.");
    server
        .send("EVAL_RO", "return redis.call('PFCOUNT','c')", 0)
        .expectError(
            "ERR Write commands are not allowed from read-only scripts. script: 6942dba72b5171fc77707da058ac6e2180334eb2, on @user_script:1.");
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void refusesAScriptThatWrites(TestServer server) {
    server
        .send("EVAL_RO", "#!lua\nreturn 1", 0)
        .expectError("ERR Can not execute a script with write flag using *_ro command.");
    server.send("EVAL_RO", "#!lua flags=no-writes\nreturn 1", 0).expectInteger(1);
  }
}
