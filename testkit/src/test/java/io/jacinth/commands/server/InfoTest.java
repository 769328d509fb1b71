package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.JacinthOnly;
import io.jacinth.testkit.TestServer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** INFO: its form, its sections, and what the counters count. */
@DualRun
class InfoTest {
  private static final String NUMBER = "-?[0-9]+";
  private static final String DECIMAL = "[0-9]+\\.[0-9]{2}";
  private static final String HUMAN = "[0-9]+B|[0-9]+\\.[0-9]{2}[KMGT]";

  /** Fields that both servers have, and their form. */
  private static final Map<String, String> FORMS =
      Map.ofEntries(
          Map.entry("redis_version", "7\\.[0-9]+\\.[0-9]+"),
          Map.entry("redis_mode", "standalone"),
          Map.entry("os", "Linux [^ ]+ (x86_64|aarch64)"),
          Map.entry("arch_bits", "64"),
          Map.entry("multiplexing_api", "epoll|io_uring|nio"),
          Map.entry("process_id", "[0-9]+"),
          Map.entry("run_id", "[0-9a-f]{40}"),
          Map.entry("tcp_port", "[0-9]+"),
          Map.entry("server_time_usec", "[0-9]{16}"),
          Map.entry("uptime_in_seconds", NUMBER),
          Map.entry("hz", "10"),
          Map.entry("executable", "/.*"),
          Map.entry("config_file", ""),
          Map.entry("io_threads_active", "[01]"),
          Map.entry("connected_clients", "[0-9]+"),
          Map.entry("maxclients", "10000"),
          Map.entry("blocked_clients", "0"),
          Map.entry("used_memory", NUMBER),
          Map.entry("used_memory_human", HUMAN),
          Map.entry("used_memory_rss_human", HUMAN),
          Map.entry("used_memory_peak_perc", DECIMAL + "%"),
          Map.entry("total_system_memory_human", HUMAN),
          Map.entry("maxmemory_human", "0B"),
          Map.entry("maxmemory_policy", "noeviction"),
          Map.entry("mem_fragmentation_ratio", DECIMAL),
          Map.entry("mem_fragmentation_bytes", NUMBER),
          Map.entry("mem_clients_normal", NUMBER),
          Map.entry("total_connections_received", NUMBER),
          Map.entry("instantaneous_ops_per_sec", NUMBER),
          Map.entry("instantaneous_input_kbps", DECIMAL),
          Map.entry("total_net_output_bytes", NUMBER),
          Map.entry("keyspace_hits", "0"),
          Map.entry("expired_keys", "0"),
          Map.entry("used_cpu_sys", "[0-9]+\\.[0-9]{6}"),
          Map.entry("used_cpu_user", "[0-9]+\\.[0-9]{6}"));

  private static Map<String, String> fields(TestServer server, Object... sections) {
    Map<String, String> fields = new LinkedHashMap<>();
    Object[] request = Stream.concat(Stream.of("INFO"), Stream.of(sections)).toArray();
    for (String line : server.send(request).text().split("\r\n", -1)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        fields.put(line.substring(0, colon), line.substring(colon + 1));
      }
    }
    return fields;
  }

  private static List<String> titles(TestServer server, Object... sections) {
    Object[] request = Stream.concat(Stream.of("INFO"), Stream.of(sections)).toArray();
    return Stream.of(server.send(request).text().split("\r\n", -1))
        .filter(line -> line.startsWith("# "))
        .map(line -> line.substring(2))
        .toList();
  }

  @Test
  void fieldsHaveTheFormOfRedis(TestServer server) {
    Map<String, String> fields = fields(server);
    FORMS.forEach((name, form) -> assertThat(fields.get(name)).as(name).matches(form));
    assertThat(fields).containsEntry("tcp_port", Integer.toString(server.port()));
  }

  @Test
  void isASectionToAHeading(TestServer server) {
    assertThat(server.send("INFO", "KeySpace").text()).isEqualTo("# Keyspace\r\n");
    server.send("SET", "k", "v");
    server.send("INFO", "keyspace").expectBulk("# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\n");
    assertThat(server.send("INFO", "keyspace", "CPU", "keyspace", "nosuch").text())
        .startsWith("# CPU\r\nused_cpu_sys:")
        .endsWith("\r\n\r\n# Keyspace\r\ndb0:keys=1,expires=0,avg_ttl=0\r\n");
    server.send("INFO", "nosuch").expectBulk("");
  }

  @Test
  void knowsGroupsOfSections(TestServer server) {
    List<String> some = List.of("Server", "Clients", "Memory", "Stats", "CPU", "Errorstats");
    List<String> others = List.of("Commandstats", "Latencystats");
    assertThat(titles(server)).containsAll(some).doesNotContainAnyElementsOf(others);
    assertThat(titles(server, "default", "cpu")).isEqualTo(titles(server));
    assertThat(titles(server, "all")).containsAll(some).containsAll(others);
    assertThat(titles(server, "EVERYTHING")).containsAll(some).containsAll(others);
    assertThat(titles(server, "commandstats", "default"))
        .containsAll(some)
        .contains("Commandstats");
  }

  @Test
  void isVerbatimTextInResp3(TestServer server) {
    server.resp3().send("INFO", "nosuch").expectRaw("=4\r\ntxt:\r\n");
  }

  @Test
  void countsCallsOfEachCommand(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("SET", "a", "x");
    server.send("SET", "b", "y");
    server.send("SET", "a", "x", "NOSUCH").expectError("ERR syntax error");
    server.send("GET").expectErrorStarting("ERR wrong number");
    server.send("INCR", "a").expectErrorStarting("ERR value is not an integer");
    server.send("CLIENT", "ID");
    server.send("NOSUCH").expectErrorStarting("ERR unknown command");
    Map<String, String> stats = fields(server, "commandstats");
    assertThat(stats.get("cmdstat_set"))
        .matches(
            "calls=3,usec=[0-9]+,usec_per_call=" + DECIMAL + ",rejected_calls=0,failed_calls=1");
    assertThat(stats.get("cmdstat_get"))
        .isEqualTo("calls=0,usec=0,usec_per_call=0.00,rejected_calls=1,failed_calls=0");
    assertThat(stats.get("cmdstat_incr")).endsWith(",rejected_calls=0,failed_calls=1");
    assertThat(stats.get("cmdstat_client|id")).startsWith("calls=1,");
    assertThat(stats).doesNotContainKeys("cmdstat_nosuch", "cmdstat_client", "cmdstat_mget");
  }

  @Test
  void countsErrorsByTheirCode(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    assertThat(fields(server, "errorstats")).isEmpty();
    server.send("NOSUCH").expectErrorStarting("ERR ");
    server.send("GET").expectErrorStarting("ERR ");
    server.send("HELLO", "9").expectErrorStarting("NOPROTO ");
    server.send("AUTH", "a", "b").expectErrorStarting("WRONGPASS ");
    assertThat(fields(server, "errorstats"))
        .containsOnly(
            Map.entry("errorstat_ERR", "count=2"),
            Map.entry("errorstat_NOPROTO", "count=1"),
            Map.entry("errorstat_WRONGPASS", "count=1"));
    assertThat(fields(server, "stats")).containsEntry("total_error_replies", "4");
  }

  @Test
  @JacinthOnly("counts all kinds of errors one by one")
  void countsErrorsOfManyCodesTogether(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    for (int i = 0; i < 130; i++) {
      server
          .send("EVAL", "return redis.error_reply(ARGV[1])", 0, "E" + i + " x")
          .expectError("E" + i + " x");
    }
    server.send("EVAL", "return redis.error_reply(ARGV[1])", 0, "E1 x").expectError("E1 x");
    assertThat(fields(server, "errorstats"))
        .hasSize(129)
        .containsEntry("errorstat_E1", "count=2")
        .containsEntry("errorstat_ERRORSTATS_OVERFLOW", "count=2");
  }

  @Test
  void countsHitsAndMisses(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("SET", "a", "x");
    server.send("MGET", "a", "b", "a");
    Map<String, String> stats = fields(server, "stats");
    assertThat(stats).containsEntry("keyspace_hits", "2").containsEntry("keyspace_misses", "1");
    assertThat(stats).containsEntry("total_commands_processed", "3");
    assertThat(stats).containsEntry("total_connections_received", "0");
    server.connect().send("PING");
    assertThat(fields(server, "stats")).containsEntry("total_connections_received", "1");
  }

  @Test
  void tellsPercentilesOfLatency(TestServer server) {
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("SET", "a", "x");
    String three = "[0-9]+\\.[0-9]{3}";
    assertThat(fields(server, "latencystats").get("latency_percentiles_usec_set"))
        .matches("p50=" + three + ",p99=" + three + ",p99.9=" + three);
    server.send("CONFIG", "SET", "latency-tracking-info-percentiles", "0 12.5 100").expect("OK");
    assertThat(fields(server, "latencystats").get("latency_percentiles_usec_set"))
        .matches("p0=" + three + ",p12.5=" + three + ",p100=" + three);
    server.send("CONFIG", "RESETSTAT").expect("OK");
    server.send("CONFIG", "SET", "latency-tracking", "no").expect("OK");
    server.send("SET", "a", "x");
    assertThat(fields(server, "latencystats")).doesNotContainKey("latency_percentiles_usec_set");
  }

  @Test
  void countsKeysOfEachDatabase(TestServer server) {
    server.send("SET", "a", "x");
    server.send("SET", "b", "x", "EX", 100);
    assertThat(fields(server, "keyspace").get("db0")).startsWith("keys=2,expires=1,avg_ttl=");
    assertThat(fields(server, "keyspace")).hasSize(1);
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void countsExpiredKeys(TestServer server) {
    server.send("SET", "a", "x", "PX", 100);
    server.advance(Duration.ofMillis(101));
    server.send("GET", "a").expectNil();
    assertThat(fields(server, "stats")).containsEntry("expired_keys", "1");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsTheUptime(TestServer server) {
    server.advance(Duration.ofDays(2).plusSeconds(7));
    assertThat(fields(server, "server"))
        .containsEntry("uptime_in_seconds", "172807")
        .containsEntry("uptime_in_days", "2");
  }

  @Test
  @JacinthOnly("the test moves the clock")
  void tellsTheRateOfCommands(TestServer server) {
    long rate = 0;
    for (int attempt = 0; attempt < 100_000 && rate == 0; attempt++) {
      server.advance(Duration.ofMillis(100));
      rate = Long.parseLong(fields(server, "stats").get("instantaneous_ops_per_sec"));
    }
    assertThat(rate).isPositive();
  }

  @Test
  @JacinthOnly("of the JVM")
  void tellsOfTheJvm(TestServer server) {
    Map<String, String> jvm = fields(server, "jvm");
    assertThat(jvm).containsEntry("java_version", System.getProperty("java.version"));
    assertThat(Long.parseLong(jvm.get("java_heap_allocated_bytes"))).isPositive();
    assertThat(Long.parseLong(jvm.get("java_heap_used_bytes"))).isPositive();
    assertThat(jvm.keySet()).anyMatch(name -> name.startsWith("java_gc_"));
  }

  @Test
  @JacinthOnly("memory is accounted otherwise")
  void addsUpMemory(TestServer server) {
    long before = Long.parseLong(fields(server, "memory").get("used_memory"));
    server.send("SET", "k", "x".repeat(100_000));
    Map<String, String> memory = fields(server, "memory");
    assertThat(Long.parseLong(memory.get("used_memory")) - before).isBetween(100_000L, 120_000L);
    assertThat(Long.parseLong(memory.get("used_memory_dataset"))).isGreaterThan(100_000L);
    assertThat(Long.parseLong(memory.get("used_memory_peak"))).isGreaterThan(100_000L);
    assertThat(Long.parseLong(memory.get("used_memory_rss"))).isGreaterThan(10_000_000L);
  }
}
