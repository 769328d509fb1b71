package io.jacinth.commands.generic;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** SORT. */
@DualRun
class SortTest {
  @Test
  void sortsNumbers(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SORT", "l").expectArray("1", "2", "3", "10");
    server.send("SORT", "l", "DESC").expectArray("10", "3", "2", "1");
    server.send("SORT", "l", "asc").expectArray("1", "2", "3", "10");
    server.send("SORT", "s").expectArray("1", "3", "5");
    server.send("SORT", "s", "DESC").expectArray("5", "3", "1");
    server.send("SORT", "l", "LIMIT", "1", "2").expectArray("2", "3");
    server.send("SORT", "l", "LIMIT", "0", "0").expectArray();
    server.send("SORT", "l", "LIMIT", "-5", "2").expectArray("1", "2");
    server.send("SORT", "l", "LIMIT", "3", "100").expectArray("10");
    server.send("SORT", "l", "LIMIT", "10", "2").expectArray();
    server.send("SORT", "l", "LIMIT", "1", "-1").expectArray("2", "3", "10");
    server.send("SORT", "l", "DESC", "LIMIT", "0", "1", "LIMIT", "1", "2").expectArray("3", "2");
    server.send("SORT", "none").expectArray();
    server
        .send("RPUSH", "f", "1.5", "1.25", "-3", "1e2", "0x10", "-inf", "inf", "010")
        .expectInteger(8);
    server.send("SORT", "f").expectArray("-inf", "-3", "1.25", "1.5", "010", "0x10", "1e2", "inf");
    server.send("RPUSH", "dup", "2", "1", "02", "1.0", "2.0").expectInteger(5);
    server.send("SORT", "dup").expectArray("1", "1.0", "02", "2", "2.0");
    server.send("SORT", "dup", "DESC").expectArray("2.0", "2", "02", "1.0", "1");
  }

  @Test
  void sortsText(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SORT", "w", "ALPHA").expectArray("Cherry", "apple", "banana", "date");
    server.send("SORT", "w", "ALPHA", "DESC").expectArray("date", "banana", "apple", "Cherry");
    server.send("SORT", "w", "ALPHA", "LIMIT", "1", "2").expectArray("apple", "banana");
    server.send("SORT", "z", "ALPHA").expectArray("a", "b", "c");
    server.send("SORT", "z", "ALPHA", "DESC").expectArray("c", "b", "a");
    server.send("SORT", "l", "ALPHA").expectArray("1", "10", "2", "3");
    server.send("SORT", "w").expectError("ERR One or more scores can't be converted into double");
  }

  @Test
  void sortsByOtherKeys(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SORT", "l", "BY", "w_*").expectArray("10", "3", "2", "1");
    server.send("SORT", "l", "BY", "w_*", "DESC").expectArray("1", "2", "3", "10");
    server.send("SORT", "l", "BY", "h_*->n").expectArray("10", "3", "2", "1");
    server.send("SORT", "l", "BY", "h_*->f", "ALPHA").expectArray("3", "10", "1", "2");
    server.send("SORT", "l", "BY", "o_*", "ALPHA").expectArray("10", "2", "1", "3");
    server.send("SORT", "s", "BY", "none_*").expectArray("1", "3", "5");
    server.send("SORT", "l", "BY", "w_*", "LIMIT", "1", "2").expectArray("3", "2");
    server
        .send("SORT", "l", "BY", "o_*")
        .expectError("ERR One or more scores can't be converted into double");
    server.send("SORT", "l", "BY", "#").expectArray("3", "1", "10", "2");
    server
        .send(
            "SORT", "l", "BY", "w_*", "GET", "#", "GET", "o_*", "GET", "h_*->f", "GET", "w_*",
            "GET", "x")
        .expectArray(
            "10", null, null, "5", null, "3", "three", null, "10", null, "2", null, "y", "20", null,
            "1", "one", "x", "30", null);
    server.send("SORT", "l", "GET", "h_*->").expectArray(null, null, null, null);
    server.send("SORT", "l", "GET", "h_*").expectArray(null, null, null, null);
    server.send("SORT", "l", "GET", "w_*->f").expectArray(null, null, null, null);
    server.send("SORT", "l", "GET", "#").expectArray("1", "2", "3", "10");
  }

  @Test
  void leavesTheOrder(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SORT", "l", "BY", "nosort").expectArray("3", "1", "10", "2");
    server.send("SORT", "l", "BY", "nosort", "DESC").expectArray("2", "10", "1", "3");
    server.send("SORT", "l", "BY", "nosort", "LIMIT", "1", "2").expectArray("1", "10");
    server.send("SORT", "l", "BY", "nosort", "DESC", "LIMIT", "1", "2").expectArray("10", "1");
    server.send("SORT", "z", "BY", "nosort").expectArray("c", "a", "b");
    server.send("SORT", "z", "BY", "nosort", "DESC").expectArray("b", "a", "c");
    server.send("SORT", "z", "BY", "nosort", "LIMIT", "1", "1").expectArray("a");
    server.send("SORT", "z", "BY", "nosort", "DESC", "LIMIT", "0", "2").expectArray("b", "a");
    server
        .send("SORT", "l", "BY", "nosort", "GET", "#", "GET", "o_*")
        .expectArray("3", "three", "1", "one", "10", null, "2", null);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SET", "str", "1").expectSimple("OK");
    server.send("HSET", "hash", "f", "v").expectInteger(1);
    server
        .send("SORT", "str")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("SORT", "hash")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("SORT", "str", "x").expectError("ERR syntax error");
    server.send("SORT", "l", "x").expectError("ERR syntax error");
    server.send("SORT", "l", "BY").expectError("ERR syntax error");
    server.send("SORT", "l", "GET").expectError("ERR syntax error");
    server.send("SORT", "l", "LIMIT", "1").expectError("ERR syntax error");
    server
        .send("SORT", "l", "LIMIT", "x", "1")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("SORT", "l", "LIMIT", "1", "x")
        .expectError("ERR value is not an integer or out of range");
    server.send("SORT", "l", "STORE").expectError("ERR syntax error");
    server.send("SORT").expectError("ERR wrong number of arguments for 'sort' command");
    server.send("SORT", "z").expectError("ERR One or more scores can't be converted into double");
    server.send("RPUSH", "bad", "1", "2 ").expectInteger(2);
    server.send("SORT", "bad").expectError("ERR One or more scores can't be converted into double");
    server.send("RPUSH", "odd", " 2", "", "1").expectInteger(3);
    server.send("SORT", "odd").expectArray("", "1", " 2");
    server.send("RPUSH", "huge", "1e400").expectInteger(1);
    server
        .send("SORT", "huge")
        .expectError("ERR One or more scores can't be converted into double");
    server.send("RPUSH", "nan", "nan").expectInteger(1);
    server.send("SORT", "nan").expectError("ERR One or more scores can't be converted into double");
  }

  @Test
  void stores(TestServer server) {
    server.send("RPUSH", "l", "3", "1", "10", "2").expectInteger(4);
    server.send("SADD", "s", "5", "1", "3").expectInteger(3);
    server.send("ZADD", "z", "1", "c", "2", "a", "3", "b").expectInteger(3);
    server.send("RPUSH", "w", "banana", "apple", "Cherry", "date").expectInteger(4);
    server
        .send(
            "MSET", "w_1", "30", "w_2", "20", "w_3", "10", "w_10", "5", "o_1", "one", "o_3",
            "three")
        .expectSimple("OK");
    server.send("HSET", "h_1", "f", "x", "n", "4").expectInteger(2);
    server.send("HSET", "h_2", "f", "y", "n", "3").expectInteger(2);
    server.send("HSET", "h_3", "n", "2").expectInteger(1);
    server.send("SORT", "l", "STORE", "d").expectInteger(4);
    server.send("LRANGE", "d", "0", "-1").expectArray("1", "2", "3", "10");
    server.send("SORT", "l", "DESC", "LIMIT", "0", "2", "STORE", "d").expectInteger(2);
    server.send("LRANGE", "d", "0", "-1").expectArray("10", "3");
    server.send("SORT", "l", "BY", "w_*", "GET", "o_*", "GET", "#", "STORE", "d").expectInteger(8);
    server.send("LRANGE", "d", "0", "-1").expectArray("", "10", "three", "3", "", "2", "one", "1");
    server.send("SORT", "s", "BY", "nosort", "STORE", "d").expectInteger(3);
    server.send("LRANGE", "d", "0", "-1").expectArray("1", "3", "5");
    server.send("SORT", "s", "BY", "nosort", "DESC", "STORE", "d").expectInteger(3);
    server.send("LRANGE", "d", "0", "-1").expectArray("5", "3", "1");
    server.send("SORT", "l", "STORE", "l").expectInteger(4);
    server.send("LRANGE", "l", "0", "-1").expectArray("1", "2", "3", "10");
    server.send("SET", "str", "x", "EX", "100").expectSimple("OK");
    server.send("SORT", "s", "STORE", "str").expectInteger(3);
    server.send("TYPE", "str").expectSimple("list");
    server.send("TTL", "str").expectInteger(-1);
    server.send("SORT", "none", "STORE", "str").expectInteger(0);
    server.send("EXISTS", "str").expectInteger(0);
    server.send("SORT", "l", "LIMIT", "10", "2", "STORE", "d").expectInteger(0);
    server.send("EXISTS", "d").expectInteger(0);
    server.send("SORT", "l", "STORE", "a", "STORE", "b").expectInteger(4);
    server.send("EXISTS", "a", "b").expectInteger(1);
  }

  @Test
  void sortsManyElements(TestServer server) {
    SplittableRandom random = new SplittableRandom(3);
    List<Object> add = new ArrayList<>(List.of("RPUSH", "many"));
    List<Long> numbers = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      numbers.add(random.nextLong(-1_000_000, 1_000_000));
    }
    add.addAll(numbers);
    server.send(add.toArray()).expectInteger(20_000);
    Collections.sort(numbers);
    server.send("SORT", "many").expectArray(numbers.stream().map(String::valueOf).toArray());
    server.send("SORT", "many", "DESC", "LIMIT", 0, 1).expectArray(numbers.getLast() + "");
    server.send("SORT", "many", "ALPHA", "STORE", "sorted").expectInteger(20_000);
    server
        .send("LRANGE", "sorted", 0, -1)
        .expectArray(numbers.stream().map(String::valueOf).sorted().toArray());
  }

  @Test
  void sortsManyEqualNumbersByTheirBytes(TestServer server) {
    SplittableRandom random = new SplittableRandom(4);
    List<String> texts = List.of("%d", "%d.0", "%d.5", "%de3", "0%d", "%de-3");
    List<String> elements = new ArrayList<>(List.of("inf", "-inf", "0", "-0", "0.0", "1e300"));
    for (int i = 0; i < 2_000; i++) {
      String sign = random.nextBoolean() ? "-" : "";
      elements.add(sign + texts.get(random.nextInt(6)).formatted(random.nextInt(40)));
    }
    push(server, elements);
    Comparator<String> byNumber = Comparator.comparingDouble(text -> number(text));
    elements.sort(byNumber.thenComparing(Comparator.naturalOrder()));
    server.send("SORT", "many").expectArray(elements.toArray());
    Collections.reverse(elements);
    server.send("SORT", "many", "DESC").expectArray(elements.toArray());
  }

  private static double number(String text) {
    return text.endsWith("inf")
        ? Double.parseDouble(text.replace("inf", "Infinity"))
        : Double.parseDouble(text) + 0.0;
  }

  @Test
  void sortsManyTextsThatBeginAlike(TestServer server) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> elements = new ArrayList<>(List.of("", "a", "ab", "~~~~~~~~~"));
    for (int i = 0; i < 2_000; i++) {
      elements.add("prefix-or-not".substring(0, random.nextInt(13)) + random.nextInt(5_000));
    }
    push(server, elements);
    Collections.sort(elements);
    server.send("SORT", "many", "ALPHA").expectArray(elements.toArray());
    Collections.reverse(elements);
    server
        .send("SORT", "many", "ALPHA", "DESC", "LIMIT", 3, 1_000)
        .expectArray(elements.subList(3, 1_003).toArray());
  }

  @Test
  void sortsManyByTextsOfOtherKeys(TestServer server) {
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      elements.add("e" + (i * 7 + 1) % 1_000);
    }
    push(server, elements);
    List<Object> set = new ArrayList<>(List.of("MSET"));
    for (int i = 1; i < 1_000; i++) {
      set.addAll(List.of("w_e" + i, "weight-" + i));
    }
    server.send(set.toArray()).expectSimple("OK");
    elements.remove("e0");
    Collections.sort(elements);
    elements.addFirst("e0");
    server.send("SORT", "many", "BY", "w_*", "ALPHA").expectArray(elements.toArray());
    Collections.reverse(elements);
    server.send("SORT", "many", "BY", "w_*", "ALPHA", "DESC").expectArray(elements.toArray());
  }

  private static void push(TestServer server, List<String> elements) {
    List<Object> add = new ArrayList<>(List.of("RPUSH", "many"));
    add.addAll(elements);
    server.send(add.toArray()).expectInteger(elements.size());
  }
}
