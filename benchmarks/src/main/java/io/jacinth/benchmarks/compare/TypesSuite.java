package io.jacinth.benchmarks.compare;

import static io.jacinth.benchmarks.compare.Bar.ratioAtLeast;

import io.jacinth.benchmarks.compare.Preparation.Bulk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The types: redis-benchmark's default tests, operations on large collections, memory of
 * collections.
 */
final class TypesSuite {
  private static final int MILLION = 1_000_000;
  private static final String PIPELINED = " -P 50 -c 50 -r 100000";
  private static final String RANDOM = "__rand_int__";

  private static final List<Bar> FASTER = List.of(ratioAtLeast(Metric.THROUGHPUT, 1.0));

  /** Delivers a stream's entries to a consumer, so that all of them are pending. */
  private static final Bulk READ_ALL =
      new Bulk(
          1,
          "EVAL \"for i = 1, 1000 do redis.call('XREADGROUP', 'GROUP', 'g', 'c', 'COUNT', 1000,"
              + " 'STREAMS', KEYS[1], '>') end return 1\" 1 s");

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
        List.of("ping_inline", "ping_mbulk", "set", "incr", "lpush", "rpush", "sadd")) {
      all.add(standard(test, "-t " + test, 3 * MILLION, Preparation.nothing()));
    }
    all.add(standard("get", "-t get", 3 * MILLION, Preparation.keys(100_000, 3)));
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
              40 * MILLION / count,
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
    one(all, "lindex-1m", run + "LINDEX l 250000", 100_000, elements);
    Bulk entries = new Bulk(MILLION, "XADD s * a 1 b 2 c 3");
    one(all, "xadd-1m", run + "XADD s '*' a 1 b 2 c 3", MILLION, entries);
    one(all, "xrange-1m", run + "XRANGE s 500000 + COUNT 10", 200_000, numbered());
    Preparation group = Preparation.of(numbered(), new Bulk(1, "XGROUP CREATE s g 0"));
    for (int count : List.of(1, 10)) {
      all.add(
          load(
              "large-xreadgroup-" + count,
              run + "XREADGROUP GROUP g c COUNT " + count + " STREAMS s '>'",
              800_000 / count,
              group,
              true));
    }
    Preparation pending = Preparation.of(numbered(), new Bulk(1, "XGROUP CREATE s g 0"), READ_ALL);
    all.add(load("large-xack-random", run + "XACK s g " + RANDOM + "-1", 500_000, pending, true));
    all.add(
        new BulkWorkload(
            "large-xack-in-order", pending, new Bulk(MILLION, "XACK s g {n}-1"), FASTER));
  }

  private static Bulk numbered() {
    return new Bulk(MILLION, "XADD s {n}-1 a 1 b 2 c 3");
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
        "sintercard-1m",
        run + "SINTERCARD 2 a b",
        10,
        new Bulk(MILLION, "SADD a member:{n}"),
        new Bulk(MILLION, "SADD b member:{r}"));
    // The second set shares half of its members with the first.
    Bulk set = new Bulk(MILLION, "SADD a member:{n}");
    Bulk other = new Bulk(2 * MILLION, "SADD b member:{even}");
    one(all, "sinter-1m", run + "SINTER a b", 10, set, other);
    one(all, "sinterstore-1m", run + "SINTERSTORE target a b", 10, set, other);
    bits(all, run);
    hyperLogLogs(all, run);
    one(
        all,
        "geosearch-1m",
        run + "GEOSEARCH geo FROMLONLAT 10 45 BYRADIUS 50 km COUNT 100 ASC",
        2_000,
        new Bulk(MILLION, "GEOADD geo {lon} {lat} place:{n}"));
    sorts(all, run);
    copies(all, run);
  }

  private static void bits(List<Workload> all, String run) {
    Bulk bits = new Bulk(1, "SETBIT bits 536870911 1");
    Bulk more = new Bulk(1, "SETBIT more 536870911 1");
    one(all, "bitcount-64mb", run + "BITCOUNT bits", 100, bits);
    one(all, "bitpos-64mb", run + "BITPOS bits 1", 100, bits);
    for (String operation : List.of("AND", "OR", "XOR")) {
      one(
          all,
          "bitop-" + operation.toLowerCase(Locale.ROOT) + "-64mb",
          run + "BITOP " + operation + " target bits more",
          20,
          bits,
          more);
    }
    one(all, "bitop-not-64mb", run + "BITOP NOT target bits", 20, bits);
  }

  /** With 5,000 elements each they are dense, with 300 sparse. */
  private static void hyperLogLogs(List<Workload> all, String run) {
    String count = run + "PFCOUNT " + keys("hll:", 100);
    one(all, "pfcount-dense", count, 1_000, new Bulk(100 * 5_000, "PFADD hll:{h} element:{n}"));
    one(all, "pfcount-sparse", count, 1_000, new Bulk(100 * 300, "PFADD hll:{h} element:{n}"));
    one(
        all,
        "pfmerge-sparse",
        run + "PFMERGE target " + keys("hll:", 100),
        1_000,
        new Bulk(100 * 300, "PFADD hll:{h} element:{n}"));
  }

  private static void sorts(List<Workload> all, String run) {
    Bulk numbers = new Bulk(100_000, "RPUSH numbers {r}");
    Bulk weights = new Bulk(100_000, "SET weight:{n} {r}");
    one(all, "sort-100k", run + "SORT numbers", 100, numbers);
    one(all, "sort-limit-100k", run + "SORT numbers LIMIT 0 10", 100, numbers);
    one(all, "sort-alpha-100k", run + "SORT numbers ALPHA LIMIT 0 10", 100, numbers);
    one(all, "sort-by-100k", run + "SORT numbers BY weight:*", 40, numbers, weights);
    one(all, "sort-store-100k", run + "SORT numbers STORE target", 100, numbers);
    Bulk members = new Bulk(100_000, "SADD numbers {r}");
    one(all, "sort-set-100k", run + "SORT numbers", 100, members);
  }

  /** Copies of large collections, each in the place of the one before. */
  private static void copies(List<Workload> all, String run) {
    copy(all, run, "hash", "HSET source field:{i} value:{i}");
    copy(all, run, "set", "SADD source member:{n}");
    copy(all, run, "zset", "ZADD source {r} member:{i}");
    copy(all, run, "list", "RPUSH source element:{n}");
    copy(all, run, "stream", "XADD source * a 1 b 2 c 3");
  }

  private static void copy(List<Workload> all, String run, String type, String template) {
    Bulk source = new Bulk(MILLION, template);
    one(all, "copy-" + type + "-1m", run + "COPY source target REPLACE", 8, source);
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
    return new LoadWorkload(name, arguments, requests, preparation, refill, FASTER);
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
    Preparation data = Preparation.of(new Bulk(count, template));
    all.add(new GrowthWorkload("growth-" + name, "growth by " + title, data, false, most));
    all.add(
        new GrowthWorkload(
            "warm-growth-" + name,
            "growth by " + title + ", after the same was there and was removed",
            data,
            true,
            most));
  }
}
