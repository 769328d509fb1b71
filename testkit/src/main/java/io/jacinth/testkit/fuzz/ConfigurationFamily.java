package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.UNORDERED;

import java.util.List;
import java.util.function.Function;

/**
 * CONFIG GET and SET on directives whose change harms no later command: none that moves files,
 * sockets, passwords or data.
 */
final class ConfigurationFamily {

  private static final List<String> NUMBERS =
      List.of(
          "timeout",
          "tcp-keepalive",
          "maxmemory-samples",
          "slowlog-log-slower-than",
          "slowlog-max-len",
          "hz",
          "lfu-log-factor",
          "lfu-decay-time",
          "latency-monitor-threshold",
          "hash-max-listpack-entries",
          "list-max-listpack-size",
          "list-compress-depth",
          "set-max-intset-entries",
          "zset-max-listpack-entries",
          "stream-node-max-entries",
          "busy-reply-threshold",
          "lua-time-limit",
          "active-expire-effort",
          "maxmemory-eviction-tenacity",
          "acllog-max-len",
          "tracking-table-max-keys",
          "auto-aof-rewrite-percentage",
          "repl-timeout",
          "repl-ping-slave-period",
          "min-replicas-max-lag");

  private static final List<String> BYTES =
      List.of(
          "stream-node-max-bytes",
          "hll-sparse-max-bytes",
          "hash-max-ziplist-value",
          "zset-max-listpack-value",
          "auto-aof-rewrite-min-size",
          "repl-backlog-size");

  private static final List<String> SWITCHES =
      List.of(
          "activerehashing",
          "dynamic-hz",
          "lazyfree-lazy-expire",
          "lazyfree-lazy-user-del",
          "lazyfree-lazy-user-flush",
          "lazyfree-lazy-server-del",
          "latency-tracking",
          "aof-load-truncated",
          "no-appendfsync-on-rewrite",
          "rdbcompression",
          "stop-writes-on-bgsave-error",
          "replica-serve-stale-data",
          "slave-read-only");

  private static final List<String> CHOICES =
      List.of(
          "maxmemory-policy",
          "loglevel",
          "appendfsync",
          "notify-keyspace-events",
          "sanitize-dump-payload");

  private static final List<String> FIXED =
      List.of("databases", "cluster-enabled", "daemonize", "always-show-logo", "no-such-directive");

  private ConfigurationFamily() {}

  static Family family() {
    List<Function<Dice, Request>> commands =
        List.of(
            dice -> set(setting(dice)),
            dice -> set(dice.some(2, 3, () -> setting(dice))),
            dice -> Request.of("CONFIG", "SET", dice.some(1, 3, () -> anyName(dice))),
            dice -> Request.of("CONFIG", "GET", anyName(dice)).compared(UNORDERED),
            dice ->
                Request.of("CONFIG", "GET", dice.some(2, 3, () -> anyName(dice)))
                    .compared(UNORDERED),
            dice -> Request.of("CONFIG", "GET", pattern(dice)).compared(UNORDERED),
            dice ->
                Request.of(
                    "CONFIG", dice.oneOf("x", "RESETSTAT", "GETS"), dice.some(0, 1, dice::value)));
    return new Family("configuration", commands, List.of(), List.of());
  }

  private static Request set(List<?> settings) {
    return Request.of("CONFIG", "SET", settings);
  }

  private static List<Object> setting(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0, 1, 2 -> List.of(dice.oneOf(NUMBERS), number(dice));
      case 3, 4 -> List.of(dice.oneOf(BYTES), bytes(dice));
      case 5, 6 ->
          List.of(dice.oneOf(SWITCHES), dice.oneOf("yes", "no", "YES", "No", "1", "true", ""));
      case 7 -> List.of(dice.oneOf(CHOICES), choice(dice));
      case 8 -> List.of(dice.oneOf(FIXED), number(dice));
      default ->
          List.of(anyName(dice), dice.oneOf("", "x", "1", "-1", "yes", "a b", dice.bytes(3)));
    };
  }

  private static String anyName(Dice dice) {
    return dice.inAnyCase(
        switch (dice.between(0, 4)) {
          case 0 -> dice.oneOf(NUMBERS);
          case 1 -> dice.oneOf(BYTES);
          case 2 -> dice.oneOf(SWITCHES);
          case 3 -> dice.oneOf(CHOICES);
          default -> dice.oneOf(FIXED);
        });
  }

  private static Object number(Dice dice) {
    return dice.oneIn(3)
        ? dice.integer()
        : dice.oneOf("1", "10", "100", "128", "1000", "100000", "5000000000");
  }

  /** A size; none beyond 63 bits, which Redis takes for a negative one. */
  private static Object bytes(Dice dice) {
    return dice.oneIn(4)
        ? dice.oneOf("0", "-1", "01", " 1", "", "x", "9223372036854775807", "4294967296", "1e3")
        : dice.between(0, 300)
            + dice.oneOf("", "b", "k", "kb", "K", "KB", "m", "Mb", "x", " kb", "bb", ".5mb");
  }

  private static String choice(Dice dice) {
    return dice.oneOf(
        "noeviction",
        "allkeys-lru",
        "VOLATILE-TTL",
        "allkeys-lfu",
        "debug",
        "Notice",
        "warning",
        "always",
        "everysec",
        "no",
        "yes",
        "clients",
        "",
        "KEA",
        "Elg",
        "AK",
        "KA",
        "x",
        "g$lshzxetdmn",
        "Kq");
  }

  private static String pattern(Dice dice) {
    return dice.oneOf(
        "zset-max-*",
        "lfu-*",
        "hash-max-listpack-*",
        "no-such*",
        "maxmemory-[sp]*",
        "*ziplist-entries",
        "HZ*");
  }
}
