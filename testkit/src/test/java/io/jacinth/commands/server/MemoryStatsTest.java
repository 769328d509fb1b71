package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code MEMORY STATS}. */
@DualRun
class MemoryStatsTest {
  private static Map<String, RespValue> stats(TestServer server) {
    return fields(server.send("MEMORY", "STATS").elements());
  }

  private static Map<String, RespValue> fields(List<RespValue> flat) {
    Map<String, RespValue> fields = new LinkedHashMap<>();
    for (int i = 0; i < flat.size(); i += 2) {
      fields.put(((BulkString) flat.get(i)).text(), flat.get(i + 1));
    }
    return fields;
  }

  private static long number(Map<String, RespValue> fields, String name) {
    return ((RespValue.IntegerValue) fields.get(name)).value();
  }

  @Test
  void hasTheFieldsInTheirOrder(TestServer server) {
    server.send("SET", "k", "v", "EX", 100).expect("OK");
    server.send("SELECT", 3).expect("OK");
    server.send("SET", "k", "v").expect("OK");
    Map<String, RespValue> stats = stats(server);
    assertThat(stats.keySet())
        .containsExactly(
            "peak.allocated",
            "total.allocated",
            "startup.allocated",
            "replication.backlog",
            "clients.slaves",
            "clients.normal",
            "cluster.links",
            "aof.buffer",
            "lua.caches",
            "functions.caches",
            "db.0",
            "db.3",
            "overhead.total",
            "keys.count",
            "keys.bytes-per-key",
            "dataset.bytes",
            "dataset.percentage",
            "peak.percentage",
            "allocator.allocated",
            "allocator.active",
            "allocator.resident",
            "allocator-fragmentation.ratio",
            "allocator-fragmentation.bytes",
            "allocator-rss.ratio",
            "allocator-rss.bytes",
            "rss-overhead.ratio",
            "rss-overhead.bytes",
            "fragmentation",
            "fragmentation.bytes");
    assertThat(number(stats, "keys.count")).isEqualTo(2);
    Map<String, RespValue> database = fields(((RespValue.ArrayValue) stats.get("db.0")).elements());
    assertThat(database.keySet())
        .containsExactly(
            "overhead.hashtable.main",
            "overhead.hashtable.expires",
            "overhead.hashtable.slot-to-keys");
    assertThat(number(database, "overhead.hashtable.main")).isPositive();
    assertThat(number(database, "overhead.hashtable.expires")).isPositive();
  }

  @Test
  void countsWhatIsPutIn(TestServer server) {
    long before = number(stats(server), "total.allocated");
    server.send("SET", "k", "v".repeat(1_000_000)).expect("OK");
    Map<String, RespValue> after = stats(server);
    assertThat(number(after, "total.allocated") - before).isBetween(1_000_000L, 2_500_000L);
    assertThat(number(after, "peak.allocated"))
        .isGreaterThanOrEqualTo(number(after, "total.allocated"));
  }

  @Test
  void isAMapWithDoublesInResp3(TestServer server) {
    try (TestConnection connection = server.resp3()) {
      var map = (RespValue.MapValue) connection.send("MEMORY", "STATS").value();
      assertThat(map.entries())
          .filteredOn(entry -> entry.getValue() instanceof RespValue.DoubleValue)
          .extracting(entry -> ((BulkString) entry.getKey()).text())
          .containsExactly(
              "dataset.percentage",
              "peak.percentage",
              "allocator-fragmentation.ratio",
              "allocator-rss.ratio",
              "rss-overhead.ratio",
              "fragmentation");
    }
  }

  @Test
  void refusesArguments(TestServer server) {
    server
        .send("MEMORY", "STATS", "x")
        .expectError("ERR wrong number of arguments for 'memory|stats' command");
  }
}
