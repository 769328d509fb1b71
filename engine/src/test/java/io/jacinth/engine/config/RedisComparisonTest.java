package io.jacinth.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.engine.RealRedis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CONFIG GET and CONFIG SET beside those of a real redis-server. */
class RedisComparisonTest {
  /** The test's own; and on one core, as here, io-threads has Redis's default. */
  private static final List<String> OTHER_DEFAULTS = List.of("port");

  /** Ours, and those of later versions. */
  private static final List<String> OURS_ALONE =
      List.of(
          "io-threads-least",
          "io-transport",
          "partitions",
          "script-kill-rollback",
          "script-kill-rollback-bytes",
          "set-max-listpack-entries",
          "set-max-listpack-value",
          "commandlog-execution-slower-than",
          "commandlog-slow-execution-max-len",
          "commandlog-request-larger-than",
          "commandlog-large-request-max-len",
          "commandlog-reply-larger-than",
          "commandlog-large-reply-max-len",
          "loop-stall-threshold");

  /** What Redis can do and we cannot, or what the machine or Redis's build decides there. */
  private static final List<String> NOT_COMPARED =
      List.of(
          "appendonly",
          "tls-port",
          "tls-cluster",
          "tls-replication",
          "port",
          "bind",
          "maxclients",
          "activedefrag");

  private static final List<String> BAD_AND_GOOD =
      List.of(
          ("zzz,,0,-1,1,2,yes,NO,1.5,05,+5, 5,1k,1KB,3gb,b,1 gb,101%,1%,2147483648,"
                  + "9223372036854775807,-9223372036854775808,now,save force nosave,60 1,60 1 5,"
                  + "1 2 3,-2001 0 0,normal 1 2,normal 1kb 2m 3,replica 1 2 3 pubsub 4 5 6,"
                  + "master 1 2 3,foo 1 2 3,normal a 2 3,KEA,Kg$n,KE?,50 99.123456789,100.5,nan,"
                  + "everysec,ALWAYS,{title}x,{foo},a/b,a_b")
              .split(","));

  private RealRedis redis;
  private ServerSettings settings;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    redis = RealRedis.start(folder);
    settings = new ServerSettings(1, folder);
  }

  @AfterEach
  void stop() throws IOException {
    if (redis != null) {
      redis.close();
    }
  }

  @Test
  void sameNamesAndDefaults() throws IOException {
    Map<String, String> theirs = pairs(redis.list("CONFIG", "GET", "*"));
    Map<String, String> ours = ours("*");
    OURS_ALONE.forEach(ours::remove);
    OTHER_DEFAULTS.forEach(name -> ours.replace(name, theirs.get(name)));
    assertThat(ours).isEqualTo(theirs);
  }

  @Test
  void sameAnswersToValuesGoodAndBad() throws IOException {
    List<String> names = new ArrayList<>(pairs(redis.list("CONFIG", "GET", "*")).keySet());
    names.removeAll(NOT_COMPARED);
    names.addAll(List.of("rdb-key-save-delay", "lua-enable-deprecated-api"));
    SoftAssertions softly = new SoftAssertions();
    for (String name : names) {
      for (String value : BAD_AND_GOOD) {
        compare(softly, List.of(name, value));
      }
    }
    softly.assertAll();
  }

  @Test
  void sameAnswersToSeveralPairs() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (List<String> pairs :
        List.of(
            List.of("hz", "0"),
            List.of("hz", "501"),
            List.of("foo", "1", "bar", "2"),
            List.of("hz", "1", "hz", "2"),
            List.of("hz", "1", "HZ", "2"),
            List.of("hz", "1", "timeout"),
            List.of("hz", "zzz", "foo", "2"),
            List.of("databases", "1", "foo", "2"),
            List.of("DataBases", "1"),
            List.of("databases", "1", "databases", "2"),
            List.of("hz", "zzz", "databases", "1"),
            List.of("hz", "zzz", "timeout", "yyy"),
            List.of("hz", "11", "timeout", "yyy"),
            List.of("hZ", "zzz"),
            List.of("SLAVE-priority", "-1"),
            List.of("slave-priority", "1", "replica-priority", "2"),
            List.of("dir", "/"),
            List.of("hz", "12", "dir", "/"),
            List.of("DIR", "/"),
            List.of("bind", "a b c d e f g h i j k l m n o p q"))) {
      compare(softly, pairs);
    }
    softly.assertAll();
  }

  @Test
  void sameChoiceByPattern() throws IOException {
    for (String pattern :
        List.of(
            "*slave*", "MAX*", "h[yz]", "?z", "[^a-y]*", "*-*-*-*", "nosuch*", "\\hz", "h\\z")) {
      Map<String, String> ours = ours(pattern);
      OURS_ALONE.forEach(ours::remove);
      assertThat(ours.keySet())
          .as(pattern)
          .isEqualTo(pairs(redis.list("CONFIG", "GET", pattern)).keySet());
    }
  }

  private void compare(SoftAssertions softly, List<String> pairs) throws IOException {
    List<String> command = new ArrayList<>(List.of("CONFIG", "SET"));
    command.addAll(pairs);
    String theirs = String.valueOf(redis.send(command.toArray(String[]::new)));
    softly.assertThat(set(pairs)).as("%s", pairs).isEqualTo(theirs);
    String name = pairs.getFirst();
    softly
        .assertThat(ours(name))
        .as("after %s", pairs)
        .isEqualTo(pairs(redis.list("CONFIG", "GET", name)));
  }

  private String set(List<String> pairs) {
    try {
      settings.configuration.set(pairs);
      return "OK";
    } catch (ConfigException e) {
      return "-" + e.why();
    }
  }

  private Map<String, String> ours(String pattern) {
    Map<String, String> found = new TreeMap<>();
    settings
        .configuration
        .get(List.of(pattern))
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private static Map<String, String> pairs(List<String> reply) {
    Map<String, String> pairs = new TreeMap<>();
    for (int i = 0; i < reply.size(); i += 2) {
      pairs.put(reply.get(i), reply.get(i + 1));
    }
    return pairs;
  }
}
