package io.jacinth.commands.scripting;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EVAL. */
@DualRun
class EvalTest {
  @Test
  void countsItsKeys(TestServer server) {
    server.send("EVAL", "return 1").expectError("ERR wrong number of arguments for 'eval' command");
    server.send("EVAL", "return 1", "a").expectError("ERR value is not an integer or out of range");
    server.send("EVAL", "return 1", -1).expectError("ERR Number of keys can't be negative");
    server
        .send("EVAL", "return 1", 3, "a")
        .expectError("ERR Number of keys can't be greater than number of args");
    server
        .send("EVAL", "return {KEYS[1],KEYS[2],ARGV[1],#KEYS,#ARGV}", 1, "k", "a", "b")
        .expectArray("k");
  }

  @Test
  void runsCommands(TestServer server) {
    server.send("EVAL", "return redis.call('SET',KEYS[1],ARGV[1])", 1, "k", "v").expect("OK");
    server.send("EVAL", "return redis.call('GET',KEYS[1])", 1, "k").expectBulk("v");
    server
        .send(
            "EVAL",
            "redis.call('RPUSH',KEYS[1],1,2.5,'x') return redis.call('LRANGE',KEYS[1],0,-1)",
            1,
            "l")
        .expectArray("1", "2.5", "x");
    server.send("EVAL", "return redis.call('LLEN',KEYS[1])", 1, "l").expectInteger(3);
  }

  @Test
  void reachesForKeysThatItDoesNotDeclare(TestServer server) {
    server
        .send(
            "EVAL",
            "redis.call('SET','a',1) redis.call('SET','b',2) return redis.call('DBSIZE')",
            0)
        .expectInteger(2);
    server
        .send("EVAL", "redis.call('SET',KEYS[1],1) return redis.call('MGET','a','b','c')", 1, "c")
        .expectArray("1", "2", "1");
    server.send("GET", "b").expectBulk("2");
    server.send("EVAL", "return redis.call('KEYS','a*')", 1, "c").expectArray("a");
    server
        .send(
            "EVAL",
            "redis.call('SET',KEYS[1],1) if ARGV[1] == '1' then redis.call('DEL','a') end return redis.call('EXISTS',KEYS[1])",
            1,
            "q",
            0)
        .expectInteger(1);
    server
        .send(
            "EVAL",
            "redis.call('SET',KEYS[1],1) if ARGV[1] == '1' then redis.call('DEL','a') end return redis.call('EXISTS',KEYS[1])",
            1,
            "q",
            1)
        .expectInteger(1);
    server.send("EXISTS", "a").expectInteger(0);
  }

  @Test
  void answersErrorsWithTheirPlace(TestServer server) {
    server
        .send("EVAL", "return redis.call('INCR','a','b')", 0)
        .expectError(
            "ERR Wrong number of args calling Redis command from script script: 2770ce1cdab0829e8d80eef965fe0f84b28765c6, on @user_script:1.");
    server
        .send("EVAL", "\n\nredis.call('NOSUCH')", 0)
        .expectError(
            "ERR Unknown Redis command called from script script: 9ee4a5bdd8f63fa13303b091d2b9edcd9dfda790, on @user_script:3.");
    server
        .send("EVAL", "error('no')", 0)
        .expectError(
            "ERR user_script:1: no script: eca06311a091a5f01b538c5e061dc50ec8826663, on @user_script:1.");
    server
        .send("EVAL", "error({err='MY no'})", 0)
        .expectError("MY no script: 56702706afd04cd4e7a35b682adaa8a1e6942ab2, on @user_script:1.");
    server.send("SET", "s", "x").expect("OK");
    server
        .send("EVAL", "redis.call('INCR',KEYS[1])", 1, "s")
        .expectError(
            "ERR value is not an integer or out of range script: cf107ca68d543a06cedb33cdde5209747281789b, on @user_script:1.");
    server
        .send("EVAL", "return redis.pcall('INCR',KEYS[1])", 1, "s")
        .expectError("ERR value is not an integer or out of range");
    server
        .send(
            "EVAL",
            "local ok, e = pcall(redis.call,'INCR',KEYS[1]) return {tostring(ok), e}",
            1,
            "s")
        .expectArray("false", "ERR value is not an integer or out of range");
    server
        .send("EVAL", "return nosuch", 0)
        .expectError(
            "ERR user_script:1: Script attempted to access nonexistent global variable 'nosuch' script: 100e7d6e08587ed416717dc6d703eca312809a20, on @user_script:1.");
    server
        .send("EVAL", "nosuch = 1", 0)
        .expectError(
            "ERR user_script:1: Attempt to modify a readonly table script: 3929005fb96fc8c4ad4532cc319573a093537339, on @user_script:1.");
    server
        .send("EVAL", "return 1 +", 0)
        .expectError(
            "ERR Error compiling script (new function): user_script:1: unexpected symbol near '<eof>'");
  }

  @Test
  void convertsWhatItReturns(TestServer server) {
    server.send("EVAL", "return {1,2,{3,'a'},nil,4}", 0).expectArray(1, 2, List.of(3, "a"));
    server.send("EVAL", "return 3.99", 0).expectInteger(3);
    server.send("EVAL", "return true", 0).expectInteger(1);
    server.send("EVAL", "return false", 0).expectNil();
    server.send("EVAL", "return {ok='fine'}", 0).expectSimple("fine");
    server.send("EVAL", "return {err='BAD thing'}", 0).expectError("BAD thing");
    server.send("EVAL", "return redis.status_reply('x')", 0).expectSimple("x");
    server.send("EVAL", "return redis.error_reply('x')", 0).expectError("ERR x");
    server.send("EVAL", "return {double=3.1}", 0).expectBulk("3.1000000000000001");
    server.send("EVAL", "return {map={a=1}}", 0).expectArray("a", 1);
    server.send("EVAL", "return", 0).expectNil();
  }

  @Test
  void keepsItsDatabase(TestServer server) {
    server
        .send(
            "EVAL",
            "redis.call('SELECT',3) redis.call('SET','k',1) return redis.call('GET','k')",
            0)
        .expectBulk("1");
    server.send("GET", "k").expectNil();
    server.send("SELECT", 3).expect("OK");
    server.send("GET", "k").expectBulk("1");
    server.send("FLUSHALL").expect("OK");
    server.send("SELECT", 0).expect("OK");
  }

  @Test
  void doesNotWait(TestServer server) {
    server.send("EVAL", "return redis.call('BLMPOP',0,1,'none','LEFT')", 0).expectNil();
    server
        .send("EVAL", "return redis.call('BLPOP','none',0)", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: 1f255a03ec32ab26d5493f24b316b94d68b29b64, on @user_script:1.");
    server
        .send("EVAL", "return redis.call('XREAD','BLOCK',0,'STREAMS','s','$')", 0)
        .expectError(
            "ERR XREAD command is not allowed with BLOCK option from scripts script: 4345daa046fcc2a382214478d019ad1c4079aaff, on @user_script:1.");
  }

  @Test
  void mayBePartOfATransaction(TestServer server) {
    server.send("MULTI").expect("OK");
    server.send("SET", "a", 1).expectSimple("QUEUED");
    server.send("EVAL", "return redis.call('INCR',KEYS[1])", 1, "a").expectSimple("QUEUED");
    server.send("EVAL", "return redis.call('INCR','b')", 0).expectSimple("QUEUED");
    server.send("GET", "b").expectSimple("QUEUED");
    server.send("EXEC").expectArray("OK", 2, 1, "1");
    server.send("WATCH", "a").expect("OK");
    server.send("EVAL", "redis.call('SET',KEYS[1],5)", 1, "a").expectNil();
    server.send("MULTI").expect("OK");
    server.send("PING").expectSimple("QUEUED");
    server.send("EXEC").expectNil();
  }

  @Test
  void saysOfItselfWhatItDoes(TestServer server) {
    server
        .send("EVAL", "#!lua flags=no-writes\nreturn redis.call('SET','a',1)", 0)
        .expectError(
            "ERR Write commands are not allowed from read-only scripts. script: bc19725689df7358cf288113f5397cb6955d27bd, on @user_script:2.");
    server.send("EVAL", "#!lua\nreturn redis.call('SET','a',1)", 0).expect("OK");
    server
        .send("EVAL", "#!lua flags=nosuch\nreturn 1", 0)
        .expectError("ERR Unexpected flag in script shebang: nosuch");
    server
        .send("EVAL", "#!lua name=x\nreturn 1", 0)
        .expectError("ERR Unknown lua shebang option: name=x");
    server.send("EVAL", "#!lua", 0).expectError("ERR Invalid script shebang");
    server
        .send("EVAL", "#!other\nreturn 1", 0)
        .expectError("ERR Unexpected engine in script shebang: #!other");
    server.send("EVAL", "#!lua \"\n", 0).expectError("ERR Invalid engine in script shebang");
    server
        .send("EVAL", "#!lua flags=allow-oom,allow-stale no\nreturn 1", 0)
        .expectError("ERR Unknown lua shebang option: no");
  }

  @Test
  void isNotNested(TestServer server) {
    server
        .send("EVAL", "return redis.call('EVAL','return 1',0)", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: c225e144ce9661ef1bbf2a55c99e7c3ff6a38b64, on @user_script:1.");
    server
        .send(
            "EVAL", "return redis.call('EVALSHA','e0e1f9fabfc9d4800c877a703b823ac0578ff8db',0)", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: 2a957451f6e59a7d4991781187816fe8f88ded07, on @user_script:1.");
    server
        .send("EVAL", "return redis.call('SCRIPT','FLUSH')", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: df57dc151b3b8ddaeb1de53a18d3628bbb13a4e4, on @user_script:1.");
    server
        .send("EVAL", "return redis.call('MULTI')", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: ba922d924f6e7808414359ed93c37767dd0532ce, on @user_script:1.");
    server
        .send("EVAL", "return redis.call('SUBSCRIBE','c')", 0)
        .expectError(
            "ERR This Redis command is not allowed from script script: 424e4269b514d2669960b4656df8f3ab4aa2c2a6, on @user_script:1.");
  }

  /** So that a script does the same everywhere. */
  @Test
  void setsNotToBeSortedAreSorted(TestServer server) {
    server.send("SADD", "s", "c", "b", "a", "aa", "bb");
    server
        .send("EVAL", "return redis.call('SORT', KEYS[1], 'BY', 'nosort')", "1", "s")
        .expectArray("a", "aa", "b", "bb", "c");
    server
        .send("EVAL", "return redis.call('SORT', KEYS[1], 'BY', 'nosort', 'DESC')", "1", "s")
        .expectArray("c", "bb", "b", "aa", "a");
  }
}
