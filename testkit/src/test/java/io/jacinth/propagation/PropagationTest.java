package io.jacinth.propagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.engine.propagation.PropagationLog;
import io.jacinth.engine.propagation.Record;
import io.jacinth.testkit.JacinthUnderTest;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands write down: their own words, or what came of chance, time and waiting. */
class PropagationTest {
  private final JacinthUnderTest server = JacinthUnderTest.start();
  private final PropagationLog log = server.server().engine().propagation();
  private final RespConnection client =
      RespConnection.connect(server.address(), Duration.ofSeconds(10));

  @BeforeEach
  void listen() {
    log.turn(true);
  }

  @AfterEach
  void close() {
    try (server) {
      client.close();
      server.checkInvariants();
    }
  }

  private void run(String... commands) {
    for (String command : commands) {
      client.send(command.split(" "));
    }
  }

  /** What was written since the last call, a line a command. */
  private List<String> written() {
    List<String> lines = new ArrayList<>();
    log.read(
        new PropagationLog.Reader() {
          private boolean isGroup;

          @Override
          public void group(int commands) {
            isGroup = commands > 1;
          }

          @Override
          public void command(int database, int words, Record record) {
            String bytes =
                new String(
                    record
                        .memory()
                        .asSlice(record.start(), record.length())
                        .toArray(ValueLayout.JAVA_BYTE),
                    StandardCharsets.ISO_8859_1);
            String[] parts = bytes.split("\r\n");
            StringBuilder line = new StringBuilder(isGroup ? "& " : "");
            line.append(database == 0 ? "" : database + ": ");
            for (int i = 1; i < parts.length; i += 2) {
              line.append(i == 1 ? "" : " ").append(parts[i]);
            }
            assertThat(parts).hasSize(2 * words);
            lines.add(line.toString());
          }

          @Override
          public void groupEnd() {
            isGroup = false;
          }

          @Override
          public void marked() {
            lines.add("mark");
          }
        },
        Long.MAX_VALUE);
    return lines;
  }

  private long in(long millis) {
    return server.server().engine().clock().wallClockMicros() / 1000 + millis;
  }

  @Test
  void ownWordsWhereTheyDo() {
    run("SET a 1", "INCR a", "GET a", "INCR b x", "DEL none", "LPUSH l a b", "LPOP l", "DEL l a");
    assertThat(written()).containsExactly("SET a 1", "INCR a", "LPUSH l a b", "LPOP l", "DEL l a");
    run("SELECT 3", "SET a 1", "SELECT 0", "MOVE none 1", "SWAPDB 0 3", "FLUSHALL");
    assertThat(written()).containsExactly("3: SET a 1", "SWAPDB 0 3", "FLUSHALL");
  }

  @Test
  void deadlinesAreAbsolute() {
    run("SET a 1 EX 10", "SETEX a 10 2", "PSETEX a 10 2", "SET a 1 NX EX 10", "SET a 1 XX GET");
    run("EXPIRE a 100 NX", "EXPIRE a 5 GT", "EXPIRE none 5", "PEXPIRE a 10", "GETEX a EX 10");
    run("GETEX a PERSIST", "GETEX a", "GETDEL a", "SET a 1", "EXPIRE a -1", "SET b 1 KEEPTTL");
    assertThat(written())
        .containsExactly(
            "SET a 1 PXAT " + in(10_000),
            "SET a 2 PXAT " + in(10_000),
            "SET a 2 PXAT " + in(10),
            "SET a 1",
            "PEXPIREAT a " + in(100_000),
            "PEXPIREAT a " + in(10),
            "PEXPIREAT a " + in(10_000),
            "PERSIST a",
            "DEL a",
            "SET a 1",
            "DEL a",
            "SET b 1 KEEPTTL");
  }

  @Test
  void whatExpiresIsDeleted() {
    run("SET a 1 PX 10", "SET b 1 PX 10");
    written();
    server.advance(Duration.ofMillis(11));
    run("GET a", "SET b 2");
    assertThat(written()).containsExactly("DEL a", "DEL b", "SET b 2");
  }

  @Test
  void floatsAreResults() {
    run("INCRBYFLOAT f 0.1", "INCRBYFLOAT f 0.2", "HINCRBYFLOAT h f 0.5");
    assertThat(written()).containsExactly("SET f 0.1 KEEPTTL", "SET f 0.3 KEEPTTL", "HSET h f 0.5");
  }

  @Test
  void chanceIsWhatItDrew() {
    run("SADD s a", "SPOP s", "SADD s a", "SPOP s 5", "SADD s a b c d e f g h");
    assertThat(written())
        .containsExactly("SADD s a", "SREM s a", "SADD s a", "DEL s", "SADD s a b c d e f g h");
    run("SPOP s 3");
    assertThat(written()).singleElement().asString().matches("SREM s( [a-h]){3}");
  }

  @Test
  void popsNameTheKeyThatServed() {
    run("RPUSH l a b c d e", "BLPOP x l 0", "BRPOP l 0", "LMPOP 2 x l LEFT COUNT 2");
    run("BLMOVE l m LEFT RIGHT 0", "BRPOPLPUSH m l 0", "ZADD z 1 a 2 b 3 c");
    run("BZPOPMIN x z 0", "ZMPOP 1 z MAX COUNT 5");
    assertThat(written())
        .containsExactly(
            "RPUSH l a b c d e",
            "LPOP l",
            "RPOP l",
            "LPOP l 2",
            "LMOVE l m LEFT RIGHT",
            "RPOPLPUSH m l",
            "ZADD z 1 a 2 b 3 c",
            "ZPOPMIN z 1",
            "ZPOPMAX z 2");
  }

  @Test
  void whoWaitedIsServedBehind() {
    try (RespConnection waiter = RespConnection.connect(server.address(), Duration.ofSeconds(10))) {
      waiter.write("BLPOP", "l", "0");
      waiter.flush();
      while (!client.send("CLIENT", "LIST").toString().contains("cmd=blpop")) {
        Thread.onSpinWait();
      }
      run("RPUSH l a b");
      waiter.read();
    }
    assertThat(written()).containsExactly("RPUSH l a b", "LPOP l");
  }

  @Test
  void transactionsAreGroups() {
    run("MULTI", "SET a 1", "GET a", "SELECT 2", "INCR b", "EXEC", "SELECT 0");
    run("MULTI", "SET a 2", "GET a", "EXEC", "MULTI", "GET a", "EXEC", "MULTI", "SET a", "EXEC");
    assertThat(written()).containsExactly("& SET a 1", "& 2: INCR b", "SET a 2");
  }

  @Test
  void streamsAreGivenTheirIds() {
    long now = in(0);
    run("XADD s * f v", "XADD s 99999999999999-* f v", "XADD s MAXLEN ~ 1 100000000000000-1 f v");
    run("XTRIM s MAXLEN 1", "XGROUP CREATE s g 0", "XREADGROUP GROUP g c STREAMS s >");
    run("XACK s g 100000000000000-1", "XREADGROUP GROUP g c STREAMS s >");
    assertThat(written())
        .containsExactly(
            "XADD s " + now + "-0 f v",
            "XADD s 99999999999999-0 f v",
            "XADD s MAXLEN = 3 100000000000000-1 f v",
            "XTRIM s MAXLEN = 1",
            "XGROUP CREATE s g 0",
            "& XGROUP CREATECONSUMER s g c",
            "& XCLAIM s g c 0 100000000000000-1 TIME "
                + now
                + " RETRYCOUNT 1 FORCE JUSTID LASTID 100000000000000-1",
            "& XGROUP SETID s g 100000000000000-1 ENTRIESREAD 3",
            "XACK s g 100000000000000-1");
  }

  @Test
  void fieldsHaveTheirDeadlines() {
    run("HSET h a 1 b 2 c 3", "HPEXPIRE h 10 FIELDS 2 a none", "HGETEX h PX 20 FIELDS 1 b");
    run("HPERSIST h FIELDS 1 a", "HGETDEL h FIELDS 1 a", "HSETEX h FXX PX 5 FIELDS 1 c 4");
    assertThat(written())
        .containsExactly(
            "HSET h a 1 b 2 c 3",
            "HPEXPIREAT h " + in(10) + " FIELDS 1 a",
            "HPEXPIREAT h " + in(20) + " FIELDS 1 b",
            "HPERSIST h FIELDS 1 a",
            "HDEL h a",
            "HSETEX h PXAT " + in(5) + " FIELDS 1 c 4");
  }

  @Test
  void fieldsThatExpireAreDeleted() {
    run("HSET h a 1 b 2 c 3 d 4", "HPEXPIRE h 10 FIELDS 2 a b", "HPEXPIRE h 20 FIELDS 1 c");
    written();
    server.advance(Duration.ofMillis(11));
    run("HGET h d", "HDEL h d", "HGET h d");
    assertThat(written()).containsExactly("HDEL h a b", "HDEL h d");
    server.advance(Duration.ofMillis(10));
    run("HGET h c", "EXISTS h", "HINCRBY h c 1");
    assertThat(written()).containsExactly("HDEL h c", "HINCRBY h c 1");
  }

  @Test
  void manyFieldsThatExpireAreDeletedBeforeTheirNamesAreUsedAgain() {
    server.server().engine().expiresActively(false);
    run("CONFIG SET hash-max-listpack-entries 4", "HSET h kept 1");
    for (int i = 0; i < 40; i++) {
      run("HSET h f" + i + " 1", "HPEXPIRE h " + (10 + i) + " FIELDS 1 f" + i);
    }
    written();
    server.advance(Duration.ofMillis(100));
    run("HINCRBY h f39 1", "HLEN h", "HGET h f38");
    assertThat(client.send("HGET", "h", "f39").toString()).contains("1");
    List<String> lines = written();
    assertThat(lines.getFirst()).isEqualTo("HDEL h" + names(0, 16));
    assertThat(lines).contains("HDEL h f39", "HINCRBY h f39 1", "HDEL h" + names(16, 32));
    run("HSET g a 1 b 2 c 3 d 4 e 5");
    run("HSET g" + names(0, 30).replaceAll(" f\\d+", "$0 1"));
    run("HPEXPIRE g 10 FIELDS 35 a b c d e" + names(0, 30));
    written();
    server.advance(Duration.ofMillis(11));
    run("HLEN g", "EXISTS g");
    assertThat(written()).containsExactly("DEL g");
  }

  private static String names(int from, int to) {
    StringBuilder names = new StringBuilder();
    for (int i = from; i < to; i++) {
      names.append(" f").append(i);
    }
    return names.toString();
  }
}
