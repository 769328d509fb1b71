package io.jacinth.commands.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.RunningServer;
import io.jacinth.testkit.TestConnection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fields of each section of INFO are those of Redis 7.0, in its order, but for those that mean
 * nothing here and those that later versions and we ourselves have added.
 */
class InfoFieldsTest {
  private static final String OF_C = "a fact about a C compiler and what it built";
  private static final String MAIN_THREAD = "no thread is the main one: every loop runs commands";
  private static final String NO_VM = "scripts of all kinds live on the Java heap";
  private static final String NO_BUFFER = "replies gather in a buffer of the loop, not the client";
  private static final String NOT_BY_KEY = "defragmentation moves blocks, not keys";

  /** What is left out, and why. */
  private static final Map<String, String> LEFT_OUT =
      Map.ofEntries(
          Map.entry("redis_build_id", OF_C),
          Map.entry("atomicvar_api", OF_C),
          Map.entry("gcc_version", OF_C),
          Map.entry("used_memory_vm_eval", NO_VM),
          Map.entry("used_memory_vm_functions", NO_VM),
          Map.entry("used_memory_vm_total", NO_VM),
          Map.entry("used_memory_vm_total_human", NO_VM),
          Map.entry("used_cpu_sys_main_thread", MAIN_THREAD),
          Map.entry("used_cpu_user_main_thread", MAIN_THREAD),
          Map.entry("reply_buffer_shrinks", NO_BUFFER),
          Map.entry("reply_buffer_expands", NO_BUFFER),
          Map.entry("active_defrag_key_hits", NOT_BY_KEY),
          Map.entry("active_defrag_key_misses", NOT_BY_KEY));

  /** What Redis 7.0 does not have: of later versions or our own. */
  private static final Set<String> ADDED =
      Set.of(
          "jacinth_version",
          "pubsub_clients",
          "watching_clients",
          "client_query_buffer_limit_disconnections",
          "client_output_buffer_limit_disconnections",
          "acl_access_denied_auth",
          "acl_access_denied_cmd",
          "acl_access_denied_key",
          "acl_access_denied_channel",
          "evicted_scripts",
          "total_watched_keys",
          "total_blocking_keys",
          "total_blocking_keys_on_nokey");

  private static List<String> lines(RunningServer server, Object... sections) {
    try (TestConnection connection = TestConnection.open(server)) {
      Object[] request = Stream.concat(Stream.of("INFO"), Stream.of(sections)).toArray();
      return List.of(connection.send(request).text().split("\r\n", -1));
    }
  }

  private static List<String> fields(RunningServer server, String section) {
    return lines(server, section).stream()
        .filter(line -> line.indexOf(':') > 0)
        .map(line -> line.substring(0, line.indexOf(':')))
        .toList();
  }

  private static List<String> titles(RunningServer server, Object... sections) {
    return lines(server, sections).stream().filter(line -> line.startsWith("# ")).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"server", "clients", "memory", "stats", "replication", "cpu", "cluster"})
  void areThoseOfRedis(String section) {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    try (RunningServer ours = JacinthUnderTest.start();
        RunningServer theirs = RealRedis.start()) {
      List<String> expected =
          fields(theirs, section).stream().filter(name -> !LEFT_OUT.containsKey(name)).toList();
      List<String> actual =
          fields(ours, section).stream().filter(name -> !ADDED.contains(name)).toList();
      assertThat(actual).isEqualTo(expected).isNotEmpty();
    }
  }

  /** What is told of persistence grows with it. */
  @Test
  void fieldsOfPersistenceAreAmongThoseOfRedis() {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    try (RunningServer ours = JacinthUnderTest.start();
        RunningServer theirs = RealRedis.start()) {
      assertThat(fields(theirs, "persistence")).containsSubsequence(fields(ours, "persistence"));
    }
  }

  @Test
  void sectionsComeInTheOrderOfRedis() {
    assumeTrue(RealRedis.binary().isPresent(), "no redis-server on the PATH");
    try (RunningServer ours = JacinthUnderTest.start();
        RunningServer theirs = RealRedis.start()) {
      for (Object[] asked :
          List.of(
              new Object[0],
              new Object[] {"all"},
              new Object[] {"everything"},
              new Object[] {"module_list", "Cluster", "nosuch"},
              new Object[] {"modules"})) {
        assertThat(titles(ours, asked))
            .filteredOn(title -> !title.equals("# Jvm") && !title.equals("# Scriptstats"))
            .isEqualTo(titles(theirs, asked));
      }
    }
  }
}
