package io.jacinth.testkit.fuzz;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.MapValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The stream commands, with ids that leave nothing to the clock. An entry has been pending for no
 * time or for hours, so that both servers agree on whether it was for long enough.
 */
final class StreamFamilies {
  private static final long HOURS = 100_000_000;
  private static final long TOLERANCE_MILLIS = 60_000;

  /** An id that XSETID of every version takes: Redis 7.2 compares it with one more. */
  private static final String GREATEST = "18446744073709551615-18446744073709551615";

  /** What Redis tells from 7.2 on, or tells otherwise. */
  private static final Set<String> NEWER = Set.of("inactive", "active-time", "consumers");

  /** The same replies but for times, which may differ a little. */
  private static final ReplyComparison TIMES =
      (left, right) -> agree(plain(RespValue.parse(left)), plain(RespValue.parse(right)));

  /** The same replies but for an error that 7.2 words otherwise. */
  private static final ReplyComparison READS =
      (left, right) -> Arrays.equals(left, right) || (isUnbalanced(left) && isUnbalanced(right));

  private StreamFamilies() {}

  /** Entries and ranges. */
  static Family streams() {
    return new Family(
        "streams",
        List.of(
            dice -> Request.of("XADD", dice.key(), newId(dice), pairs(dice)),
            dice -> Request.of("XADD", dice.key(), newId(dice), pairs(dice)),
            dice -> Request.of("XADD", dice.key(), newId(dice), "f", dice.value()),
            dice -> Request.of("XADD", dice.key(), newId(dice), "f", dice.integer(), "g", "v"),
            dice ->
                Request.of(
                    "XADD",
                    dice.key(),
                    dice.some(0, 3, () -> addOption(dice)),
                    newId(dice),
                    pairs(dice)),
            dice -> Request.of("XADD", dice.key(), id(dice), pairs(dice)),
            dice -> Request.of("XLEN", dice.key()),
            dice -> Request.of("XDEL", dice.key(), dice.some(1, 4, () -> id(dice))),
            dice -> Request.of("XTRIM", dice.key(), trimming(dice)),
            dice -> Request.of("XTRIM", dice.key(), dice.some(0, 3, () -> addOption(dice))),
            dice ->
                Request.of(
                    "XRANGE",
                    dice.key(),
                    bound(dice),
                    bound(dice),
                    dice.some(0, 1, () -> count(dice))),
            dice ->
                Request.of(
                    "XREVRANGE",
                    dice.key(),
                    bound(dice),
                    bound(dice),
                    dice.some(0, 1, () -> count(dice))),
            dice -> Request.of("XRANGE", dice.key(), "-", "+"),
            dice -> Request.of("XREVRANGE", dice.key(), "+", "-", count(dice)),
            dice ->
                Request.of(
                        "XREAD",
                        dice.some(0, 1, () -> count(dice)),
                        "STREAMS",
                        dice.key(),
                        readId(dice))
                    .compared(READS),
            dice ->
                Request.of(
                        "XREAD",
                        dice.some(0, 2, () -> readOption(dice)),
                        "STREAMS",
                        dice.key(),
                        dice.key(),
                        readId(dice),
                        readId(dice))
                    .compared(READS),
            dice -> Request.of("XINFO", "STREAM", dice.key()),
            dice ->
                Request.of(
                        "XINFO", "STREAM", dice.key(), "FULL", dice.some(0, 1, () -> count(dice)))
                    .compared(TIMES),
            dice -> Request.of("OBJECT", "ENCODING", dice.key()).compared(ReplyComparison.ENCODING),
            dice -> Request.of("TYPE", dice.key()),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("RENAME", dice.key(), dice.key())),
        List.of(
            dice -> Request.of("DEL", dice.key()),
            dice -> Request.of("DEL", dice.key(), dice.key()),
            dice -> Request.of("SET", dice.key(), "text"),
            dice ->
                Request.of(
                    "XSETID",
                    dice.key(),
                    dice.oneOf(GREATEST, GREATEST, "x", ""),
                    dice.some(0, 2, () -> setIdOption(dice))),
            dice ->
                Request.of("CONFIG", "SET", "stream-node-max-entries", dice.oneOf(0, 1, 3, 5, 100)),
            dice ->
                Request.of("CONFIG", "SET", "stream-node-max-bytes", dice.oneOf(0, 60, 400, 4096))),
        audit());
  }

  /** Groups, consumers and what is pending. */
  static Family groups() {
    return new Family(
        "stream groups",
        List.of(
            dice -> Request.of("XADD", dice.key(), newId(dice), pairs(dice)),
            dice -> Request.of("XADD", dice.key(), newId(dice), "f", dice.integer()),
            dice -> Request.of("XADD", dice.key(), newId(dice), "f", "v"),
            dice -> Request.of("XDEL", dice.key(), dice.some(1, 3, () -> id(dice))),
            dice -> Request.of("XTRIM", dice.key(), "MAXLEN", dice.between(0, 60)),
            dice -> Request.of("XTRIM", dice.key(), trimming(dice)),
            dice ->
                Request.of(
                    "XGROUP",
                    "CREATE",
                    dice.key(),
                    group(dice),
                    dice.oneOf(id(dice), "0", "$"),
                    dice.some(0, 2, () -> groupOption(dice))),
            dice -> Request.of("XGROUP", "CREATE", dice.key(), group(dice), "0", "MKSTREAM"),
            dice ->
                Request.of(
                    "XGROUP",
                    "SETID",
                    dice.key(),
                    group(dice),
                    dice.oneOf(id(dice), "0", "$", "-", "+"),
                    dice.some(0, 1, () -> groupOption(dice))),
            dice ->
                Request.of("XGROUP", "CREATECONSUMER", dice.key(), group(dice), consumer(dice))
                    .compared(ReplyComparison.SAME_TYPE),
            dice -> readGroup(dice, ">"),
            dice -> readGroup(dice, ">"),
            dice -> readGroup(dice, ">"),
            dice -> readGroup(dice, groupId(dice)),
            dice ->
                Request.of(
                        "XREADGROUP",
                        "GROUP",
                        group(dice),
                        consumer(dice),
                        dice.some(0, 3, () -> readOption(dice)),
                        "STREAMS",
                        dice.key(),
                        dice.key(),
                        groupId(dice),
                        groupId(dice))
                    .compared(READS),
            dice -> Request.of("XACK", dice.key(), group(dice), dice.some(1, 3, () -> id(dice))),
            dice -> Request.of("XPENDING", dice.key(), group(dice)),
            dice ->
                Request.of(
                        "XPENDING",
                        dice.key(),
                        group(dice),
                        dice.some(0, 1, () -> List.of("IDLE", idle(dice))),
                        bound(dice),
                        bound(dice),
                        dice.integer(),
                        dice.some(0, 1, () -> consumer(dice)))
                    .compared(TIMES),
            dice -> Request.of("XPENDING", dice.key(), group(dice), "-", "+", 10).compared(TIMES),
            dice ->
                Request.of(
                    "XCLAIM",
                    dice.key(),
                    group(dice),
                    consumer(dice),
                    idle(dice),
                    dice.some(1, 4, () -> id(dice)),
                    dice.some(0, 3, () -> claimOption(dice))),
            dice ->
                Request.of(
                    "XAUTOCLAIM",
                    dice.key(),
                    group(dice),
                    consumer(dice),
                    idle(dice),
                    bound(dice),
                    dice.some(0, 2, () -> dice.oneIn(2) ? "JUSTID" : count(dice))),
            dice -> Request.of("XINFO", "GROUPS", dice.key()).compared(TIMES),
            dice -> Request.of("XINFO", "CONSUMERS", dice.key(), group(dice)).compared(TIMES),
            dice ->
                Request.of(
                        "XINFO", "STREAM", dice.key(), "FULL", dice.some(0, 1, () -> count(dice)))
                    .compared(TIMES)),
        List.of(
            dice -> Request.of("DEL", dice.key()),
            dice -> Request.of("SET", dice.key(), "text"),
            dice -> Request.of("COPY", dice.key(), dice.key(), "REPLACE"),
            dice -> Request.of("XGROUP", "DESTROY", dice.key(), group(dice)),
            dice -> Request.of("XGROUP", "DELCONSUMER", dice.key(), group(dice), consumer(dice)),
            dice ->
                Request.of("CONFIG", "SET", "stream-node-max-entries", dice.oneOf(1, 3, 5, 100))),
        audit());
  }

  private static Request readGroup(Dice dice, String id) {
    return Request.of(
            "XREADGROUP",
            "GROUP",
            group(dice),
            consumer(dice),
            dice.some(0, 1, () -> dice.oneIn(4) ? readOption(dice) : List.of("COUNT", 5)),
            "STREAMS",
            dice.key(),
            id)
        .compared(READS);
  }

  private static List<Request> audit() {
    return IntStream.range(0, 8)
        .mapToObj(number -> Request.of("XINFO", "STREAM", "k" + number, "FULL", "COUNT", "0"))
        .map(request -> request.compared(TIMES))
        .toList();
  }

  // ---------------------------------------------------------------- arguments

  /** An id for an entry to add: its sequence number mostly left open, the milliseconds few. */
  private static String newId(Dice dice) {
    return dice.between(1, 9) + "-*";
  }

  private static String id(Dice dice) {
    return switch (dice.between(0, 30)) {
      case 0 -> oddId(dice);
      case 1, 2, 3 -> Integer.toString(dice.between(0, 10));
      default -> dice.between(1, 9) + "-" + dice.between(0, dice.oneIn(3) ? 100 : 9);
    };
  }

  private static String oddId(Dice dice) {
    return dice.oneOf(
        "0-0",
        "-",
        "+",
        "(",
        "(1",
        "((1",
        "-1",
        "1-",
        "1--1",
        "1--01",
        "x",
        "",
        "1-x",
        " 1",
        "1 ",
        "+1-+1",
        "01-01",
        "1-1-1",
        "18446744073709551615",
        "18446744073709551615-0",
        "18446744073709551616",
        "18446744073709551615-18446744073709551615",
        "9223372036854775808-5",
        "1-*x",
        "**",
        "$",
        ">",
        "9".repeat(130));
  }

  private static String bound(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0, 1 -> "-";
      case 2, 3 -> "+";
      case 4 -> "(" + id(dice);
      default -> id(dice);
    };
  }

  private static String readId(Dice dice) {
    return dice.oneIn(8) ? dice.oneOf("$", ">", "0") : id(dice).replace("+", "1");
  }

  private static String groupId(Dice dice) {
    return dice.oneIn(3) ? ">" : dice.oneIn(8) ? "$" : dice.oneIn(2) ? "0" : id(dice);
  }

  private static Object pairs(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0 -> List.of("f", "v");
      case 1 -> List.of("f", dice.value(), "g", dice.value());
      case 2 -> List.of("12", dice.integer(), "g", dice.word(5));
      case 3 -> dice.some(1, 7, () -> dice.value());
      default -> List.of("f", dice.integer(), "g", "v", "h", "");
    };
  }

  private static Object addOption(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0 -> "NOMKSTREAM";
      case 1 -> List.of("LIMIT", dice.integer());
      case 2 -> dice.oneOf("MAXLEN", "minid", "~", "=", "LIMIT", "x");
      default -> trimming(dice);
    };
  }

  private static Object trimming(Dice dice) {
    List<Object> words = new ArrayList<>();
    boolean isByLength = dice.oneIn(2);
    words.add(isByLength ? "MAXLEN" : "MINID");
    String operator = dice.oneOf("~", "=", "");
    if (!operator.isEmpty()) {
      words.add(operator);
    }
    words.add(isByLength ? dice.integer() : id(dice));
    if (dice.oneIn(operator.equals("~") ? 2 : 9)) {
      words.add("LIMIT");
      words.add(dice.integer());
    }
    return words;
  }

  private static Object count(Dice dice) {
    return dice.oneIn(20) ? "COUNT" : List.of(dice.inAnyCase("COUNT"), dice.integer());
  }

  private static Object readOption(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0 -> dice.oneOf("GROUP", "x", "BLOCK", "COUNT");
      case 1, 2, 3 -> "NOACK";
      default -> count(dice);
    };
  }

  private static Object setIdOption(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0, 1 -> List.of("ENTRIESADDED", dice.integer());
      case 2, 3 -> List.of("maxdeletedid", id(dice));
      default -> dice.oneOf("ENTRIESADDED", "x");
    };
  }

  private static String group(Dice dice) {
    return dice.oneIn(20) ? dice.oneOf("", "none", "g10") : "g" + dice.between(1, 2);
  }

  private static String consumer(Dice dice) {
    return dice.oneIn(20) ? dice.oneOf("", "c10") : "c" + dice.between(1, 3);
  }

  private static Object groupOption(Dice dice) {
    return switch (dice.between(0, 4)) {
      case 0, 1 -> "MKSTREAM";
      case 2, 3 -> List.of("ENTRIESREAD", dice.integer());
      default -> dice.oneOf("ENTRIESREAD", "x");
    };
  }

  private static Object idle(Dice dice) {
    return dice.oneIn(30) ? dice.oneOf("x", "-1", "") : dice.oneOf(0, 0, HOURS);
  }

  private static Object claimOption(Dice dice) {
    return switch (dice.between(0, 9)) {
      case 0, 1 -> "FORCE";
      case 2, 3 -> "JUSTID";
      case 4 -> List.of("IDLE", dice.oneOf(0, 2 * HOURS, -1, "x", Long.MAX_VALUE));
      case 5 -> List.of("TIME", dice.oneOf(0, 5, -1, "x", Long.MAX_VALUE));
      case 6 -> List.of("RETRYCOUNT", dice.integer());
      case 7 -> List.of("LASTID", id(dice));
      default -> dice.oneOf("IDLE", "TIME", "x", "force");
    };
  }

  // ---------------------------------------------------------------- replies

  /** A reply without what is newer than Redis 7.0, maps as flat lists. */
  private static Object plain(RespValue value) {
    return switch (value) {
      case ArrayValue(List<RespValue> elements) -> plain(elements);
      case MapValue map ->
          plain(
              map.entries().stream()
                  .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                  .toList());
      case IntegerValue(long number) -> number;
      case BulkString bulk -> bulk.text();
      default -> value.getClass().getSimpleName() + " " + value;
    };
  }

  private static List<Object> plain(List<RespValue> elements) {
    List<Object> all = elements.stream().map(StreamFamilies::plain).toList();
    List<Object> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean isCount = i + 1 < all.size() && all.get(i + 1) instanceof Long;
      if (isCount && NEWER.contains(all.get(i))) {
        i++;
      } else if (!isIdleConsumer(all.get(i))) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  /** Redis 7.0 does not make a consumer that is given nothing. */
  private static boolean isIdleConsumer(Object value) {
    return value instanceof List<?> list
        && (list.contains("seen-time") || list.contains("idle"))
        && list.indexOf("name") == 0
        && list.get(list.indexOf(list.contains("idle") ? "pending" : "pel-count") + 1).equals(0L);
  }

  private static boolean isUnbalanced(byte[] reply) {
    return new String(reply, StandardCharsets.UTF_8).startsWith("-ERR Unbalanced ");
  }

  private static boolean agree(Object left, Object right) {
    return switch (left) {
      case List<?> list ->
          right instanceof List<?> other
              && list.size() == other.size()
              && IntStream.range(0, list.size())
                  .allMatch(i -> agree(list.get(i), other.get(i), i == 2 || i == 5));
      default -> left.equals(right);
    };
  }

  /** Whether two elements agree; one that may be a time need not be quite the same. */
  private static boolean agree(Object left, Object right, boolean mayBeTime) {
    if (left instanceof Long a && right instanceof Long b) {
      long tolerance = mayBeTime || a > HOURS ? TOLERANCE_MILLIS : 0;
      return Math.abs(a - b) <= tolerance;
    }
    return agree(left, right);
  }
}
