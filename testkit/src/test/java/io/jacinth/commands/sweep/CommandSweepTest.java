package io.jacinth.commands.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Each command and subcommand of Redis with too few and too many arguments, keys of every type, bad
 * numbers and option words of its own in any order: replies must be Redis's. {@code
 * -Djacinth.sweep.rounds=100 -Djacinth.sweep.seed=2} makes it longer and another one, {@code
 * -Djacinth.sweep.command=client} leaves out the commands whose names lack the word.
 */
class CommandSweepTest {
  private static final int ROUNDS = Integer.getInteger("jacinth.sweep.rounds", 8);
  private static final long SEED = Long.getLong("jacinth.sweep.seed", 1);
  private static final String COMMAND = System.getProperty("jacinth.sweep.command", "");
  private static final int SHOWN = 20;

  private static final List<List<Object>> SETUP =
      List.of(
          List.of("RESET"),
          List.of("FLUSHALL"),
          List.of("SCRIPT", "FLUSH"),
          List.of("FUNCTION", "FLUSH"),
          List.of("CONFIG", "RESETSTAT"),
          List.of("SET", "str", "hello"),
          List.of("SET", "int", "10"),
          List.of("SET", "vol", "x", "EX", "1000"),
          List.of("RPUSH", "lst", "a", "b", "c"),
          List.of("HSET", "hash", "f", "1", "g", "x"),
          List.of("SADD", "set", "a", "b", "1"),
          List.of("SADD", "ints", "1", "2"),
          List.of("ZADD", "zset", "1", "a", "2", "b"),
          List.of("XADD", "stream", "1-1", "f", "v"),
          List.of("XGROUP", "CREATE", "stream", "grp", "0"),
          List.of("PFADD", "hll", "a"),
          List.of("GEOADD", "geo", "13", "38", "p"));

  private final List<String> differences = new ArrayList<>();

  @Test
  void answersAsRedisDoes() {
    assumeThat(RealRedis.binary()).isPresent();
    try (JacinthUnderTest jacinth = JacinthUnderTest.startInRealTime();
        RealRedis redis = RealRedis.start();
        TestConnection ours = TestConnection.open(jacinth);
        TestConnection theirs = TestConnection.open(redis)) {
      SplittableRandom random = new SplittableRandom(SEED);
      for (SweptCommand command : SweptCommand.ofBoth(ours, theirs)) {
        if (command.name().contains(COMMAND)) {
          sweep(command, random.split(), ours, theirs);
        }
      }
      jacinth.checkInvariants();
    }
    assertThat(differences).as("seed %d", SEED).isEmpty();
  }

  private void sweep(
      SweptCommand command, SplittableRandom random, TestConnection ours, TestConnection theirs) {
    for (List<Object> request : new SweptRequests(command, random).make(ROUNDS)) {
      boolean isResp3 = random.nextInt(3) == 0;
      String our = answer(ours, command, request, isResp3);
      String their = answer(theirs, command, request, isResp3);
      if (!KnownDifferences.agree(command, our, their) && differences.size() < SHOWN) {
        differences.add(request + "\n  ours   " + our + "\n  theirs " + their);
      }
    }
  }

  /** Commands that wait run in a transaction, where they do not. */
  private static String answer(
      TestConnection connection, SweptCommand command, List<Object> request, boolean isResp3) {
    for (List<Object> step : SETUP) {
      connection.write(step.toArray());
    }
    connection.write("HELLO", isResp3 ? 3 : 2);
    for (int i = 0; i <= SETUP.size(); i++) {
      connection.read();
    }
    if (!command.waits()) {
      return SweptReply.text(connection.send(request.toArray()).value());
    }
    connection.write("MULTI").write(request.toArray()).write("EXEC").read();
    connection.read();
    return SweptReply.text(connection.read().value());
  }
}
