package io.jacinth.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.server.transport.Moves;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that go from one event loop to another whenever they may, while clients work. */
@Timeout(60)
class MovingConnectionsTest extends FourLoops {
  private static final long SEED = 20261121;
  private static final int CLIENTS = 8;

  private final Moves moves = Moves.begin(server.server().engine(), SEED);

  MovingConnectionsTest() {
    super(Duration.ofSeconds(30), "--hz", "100");
  }

  private void runAll(Work work) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      running.add(start(SEED + i, work));
    }
    for (Future<?> client : running) {
      client.get();
    }
  }

  @AfterEach
  void endMoves() {
    moves.close();
  }

  @Test
  void everyRequestOfAPipelineIsAnsweredInItsOrder() throws Exception {
    runAll(
        (client, random) -> {
          long own = 0;
          String key = "own:" + random.nextInt();
          for (int i = 0; i < 1_000; i++) {
            int requests = 1 + random.nextInt(50);
            for (int j = 0; j < requests; j++) {
              client.write("INCR", key);
              client.write("INCR", "shared");
            }
            client.flush();
            for (int j = 0; j < requests; j++) {
              own++;
              assertThat(client.read()).isEqualTo(new IntegerValue(own));
              assertThat(client.read()).isInstanceOf(IntegerValue.class);
            }
          }
        });
    assertThat(moves.end()).isPositive();
  }

  /** Transactions, waits and large values tie a connection to its loop for a while. */
  @Test
  void whatIsUnderWayStaysWhereItIs() throws Exception {
    String large = "v".repeat(200_000);
    runAll(
        (client, random) -> {
          String key = "own:" + random.nextInt();
          for (int i = 0; i < 150; i++) {
            client.send("WATCH", key);
            client.send("MULTI");
            client.send("RPUSH", key, large);
            client.send("LLEN", key);
            ArrayValue replies = (ArrayValue) client.send("EXEC");
            assertThat(replies.elements().get(1)).isEqualTo(new IntegerValue(1));
            ArrayValue popped = (ArrayValue) client.send("BLPOP", key, "10");
            assertThat(((BulkString) popped.elements().get(1)).text()).isEqualTo(large);
            client.write("BLPOP", "queue", "10");
            client.flush();
            try (RespConnection other = connect()) {
              other.send("RPUSH", "queue", "x");
            }
            assertThat(client.read()).isInstanceOf(ArrayValue.class);
          }
        });
    assertThat(moves.end()).isPositive();
  }

  /** A connection may be closed from elsewhere while it is on its way. */
  @Test
  void connectionsAreKilledOnTheirWay() throws Exception {
    runAll(
        (client, random) -> {
          for (int i = 0; i < 500; i++) {
            try (RespConnection victim = connect()) {
              String id = Long.toString(((IntegerValue) victim.send("CLIENT", "ID")).value());
              assertThat(client.send("CLIENT", "KILL", "ID", id)).isEqualTo(new IntegerValue(1));
            }
          }
        });
    assertThat(moves.end()).isPositive();
    try (RespConnection client = connect()) {
      String list = ((BulkString) client.send("CLIENT", "LIST")).text();
      assertThat(list.lines()).hasSize(1);
    }
  }
}
