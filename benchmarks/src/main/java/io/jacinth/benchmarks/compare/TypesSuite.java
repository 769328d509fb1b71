package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;

import io.jacinth.benchmarks.compare.Preparation.Bulk;
import java.util.ArrayList;
import java.util.List;

/**
 * The types: redis-benchmark's default tests, operations on large collections, memory of
 * collections.
 */
final class TypesSuite {
  private static final int MILLION = 1_000_000;
  private static final String PIPELINED = " -P 50 -c 50 -r 100000";
  private static final String RANDOM = "__rand_int__";

  private TypesSuite() {}

  static List<Workload> workloads() {
    List<Workload> all = new ArrayList<>();
    defaults(all);
    large(all);
    whole(all);
    memory(all);
    return all;
  }

  // ---------------------------------------------------------------- redis-benchmark's own tests

  private static void defaults(List<Workload> all) {
    for (String test :
        List.of("ping_inline", "ping_mbulk", "set", "get", "incr", "lpush", "rpush", "sadd")) {
      all.add(standard(test, "-t " + test, 3 * MILLION, Preparation.nothing()));
    }
    for (String test : List.of("hset", "zadd")) {
      all.add(standard(test, "-t " + test, 2 * MILLION, Preparation.nothing()));
    }
    Bulk elements = new Bulk(5 * MILLION, "RPUSH mylist xxx");
    all.add(standard("lpop", "-t lpop", 2 * MILLION, Preparation.of(elements)));
    all.add(standard("rpop", "-t rpop", 2 * MILLION, Preparation.of(elements)));
    all.add(
        standard(
            "spop",
            "-t spop",
            2 * MILLION,
            Preparation.of(new Bulk(5 * MILLION, "SADD myset element:{i}"))));
    all.add(
        standard(
            "zpopmin",
            "-t zpopmin",
            MILLION,
            Preparation.of(new Bulk(3 * MILLION, "ZADD myzset {r} element:{i}"))));
    all.add(standard("mset", "-t mset", MILLION, Preparation.nothing()));
    for (int count : List.of(100, 300, 500, 600)) {
      all.add(
          standard(
              "lrange_" + count,
              "LRANGE mylist 0 " + (count - 1),
              4 * MILLION / count,
              Preparation.of(new Bulk(1_000, "RPUSH mylist xxx"))));
    }
    all.add(
        standard(
            "xadd",
            "XADD mystream:" + RANDOM + " '*' field value",
            MILLION,
            Preparation.nothing()));
  }

  private static Workload standard(
      String name, String arguments, long requests, Preparation preparation) {
    boolean isTest = arguments.startsWith("-t ");
    String line = isTest ? arguments + PIPELINED : PIPELINED.strip() + " " + arguments;
    return load("default-" + name, line, requests, preparation, true);
  }

  // ---------------------------------------------------------------- large collections

  private static void large(List<Workload> all) {
    String run = "-P 16 -c 50 -r 1000000 ";
    Bulk scores = new Bulk(MILLION, "ZADD zs {r} member:{i}");
    one(all, "zadd-1m", run + "ZADD zs " + RANDOM + " member:" + RANDOM, MILLION, scores);
    one(all, "zrank-1m", run + "ZRANK zs member:" + RANDOM, MILLION, scores);
    one(all, "zrange-1m", run + "ZRANGE zs 500000 500009", MILLION, scores);
    one(
        all,
        "zrangebyscore-1m",
        run + "ZRANGEBYSCORE zs " + RANDOM + " +inf LIMIT 0 10",
        MILLION,
        scores);
    Bulk fields = new Bulk(MILLION, "HSET h field:{i} value:{i}");
    one(all, "hset-1m", run + "HSET h field:" + RANDOM + " value", MILLION, fields);
    one(all, "hget-1m", run + "HGET h field:" + RANDOM, 2 * MILLION, fields);
    Bulk elements = new Bulk(MILLION, "RPUSH l element:{n}");
    one(all, "lrange-middle-1m", run + "LRANGE l 500000 500009", MILLION, elements);
    one(all, "lindex-1m", run + "LINDEX l " + RANDOM, 100_000, elements);
    Bulk entries = new Bulk(MILLION, "XADD s * a 1 b 2 c 3");
    one(all, "xadd-1m", run + "XADD s '*' a 1 b 2 c 3", MILLION, entries);
    one(
        all,
        "xreadgroup-1m",
        run + "XREADGROUP GROUP g c COUNT 10 STREAMS s '>'",
        80_000,
        entries,
        new Bulk(1, "XGROUP CREATE s g 0"));
  }

  private static void one(
      List<Workload> all, String name, String arguments, long requests, Bulk... bulks) {
    all.add(load("large-" + name, arguments, requests, Preparation.of(bulks), false));
  }

  /** Single requests that take long. */
  private static void whole(List<Workload> all) {
    String run = "-P 1 -c 1 ";
    one(
        all,
        "sinter-1m",
        run + "SINTERCARD 2 a b",
        10,
        new Bulk(MILLION, "SADD a member:{n}"),
        new Bulk(MILLION, "SADD b member:{r}"));
    Bulk bits = new Bulk(1, "SETBIT bits 536870911 1");
    Bulk more = new Bulk(1, "SETBIT more 536870911 1");
    one(all, "bitcount-64mb", run + "BITCOUNT bits", 50, bits);
    one(all, "bitop-64mb", run + "BITOP AND target bits more", 20, bits, more);
    one(
        all,
        "pfcount-100",
        run + "PFCOUNT " + keys("hll:", 100),
        300,
        new Bulk(100 * 5_000, "PFADD hll:{h} element:{n}"));
    one(
        all,
        "geosearch-1m",
        run + "GEOSEARCH geo FROMLONLAT 10 45 BYRADIUS 50 km COUNT 100 ASC",
        500,
        new Bulk(MILLION, "GEOADD geo {lon} {lat} place:{n}"));
    one(
        all,
        "sort-100k",
        run + "SORT numbers LIMIT 0 10",
        20,
        new Bulk(100_000, "RPUSH numbers {r}"));
  }

  private static String keys(String prefix, int count) {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < count; i++) {
      names.append(prefix).append(i).append(' ');
    }
    return names.toString().strip();
  }

  private static Workload load(
      String name, String arguments, long requests, Preparation preparation, boolean refill) {
    return new LoadWorkload(
        name,
        arguments,
        requests,
        preparation,
        refill,
        List.of(ratioAtLeast(Metric.THROUGHPUT, 1.0)));
  }

  // ---------------------------------------------------------------- memory

  private static void memory(List<Workload> all) {
    StringBuilder ten = new StringBuilder("HSET hash:{i}");
    for (int i = 0; i < 10; i++) {
      ten.append(" field").append(i).append(" value").append(i);
    }
    growth(all, "hashes", "1 M hashes of 10 short fields", 0.9, MILLION, ten.toString());
    growth(all, "hash", "a hash of 1 M fields", 0.9, MILLION, "HSET h field:{i} value:{n}");
    growth(all, "zset", "a sorted set of 1 M members", 0.9, MILLION, "ZADD z {r} member:{i}");
    growth(all, "set-integers", "a set of 1 M integers", 0.9, MILLION, "SADD s {n}");
    growth(all, "set-strings", "a set of 1 M strings", 0.9, MILLION, "SADD s member:{i}");
    growth(all, "list", "a list of 5 M short elements", 1.0, 5 * MILLION, "RPUSH l element:{n}");
    growth(
        all,
        "stream",
        "a stream of 1 M entries of 3 fields",
        1.0,
        MILLION,
        "XADD s * first {n} second {r} third value");
  }

  private static void growth(
      List<Workload> all, String name, String title, double most, int count, String template) {
    all.add(
        new GrowthWorkload(
            "growth-" + name,
            "resident growth by " + title,
            Preparation.of(new Bulk(count, template)),
            most));
  }
}
