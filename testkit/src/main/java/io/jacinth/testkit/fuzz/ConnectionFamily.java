package io.jacinth.testkit.fuzz;

import static io.jacinth.testkit.fuzz.ReplyComparison.SAME_TYPE;

import java.util.List;
import java.util.function.Function;

/**
 * What clients say to the server itself: about their connection, about commands, about names.
 * CLIENT LIST takes one filter before Redis 8; CLIENT REPLY is left out: without a reply there is
 * nothing to compare.
 */
final class ConnectionFamily {

  private ConnectionFamily() {}

  static Family family() {
    return new Family("connections", commands(), List.of(), List.of(Request.of("PING")));
  }

  private static List<Function<Dice, Request>> commands() {
    return List.of(
        dice -> Request.of("PING", dice.some(0, 1, dice::value)),
        dice -> Request.of("ECHO", dice.value()),
        dice -> Request.of("SELECT", dice.integer()),
        dice -> Request.of("SWAPDB", dice.integer(), dice.integer()),
        dice -> Request.of("AUTH", dice.some(1, 2, dice::value)),
        dice -> Request.of("HELLO", dice.some(0, 1, () -> protocol(dice))).compared(SAME_TYPE),
        dice -> Request.of("RESET"),
        dice -> Request.of("CLIENT", "SETNAME", name(dice)),
        dice -> Request.of("CLIENT", "GETNAME"),
        dice -> Request.of("CLIENT", "ID").compared(SAME_TYPE),
        dice -> Request.of("CLIENT", "INFO").compared(SAME_TYPE),
        dice ->
            Request.of("CLIENT", "LIST", dice.some(0, 1, () -> listWord(dice)))
                .compared(SAME_TYPE)
                .whole(),
        dice -> Request.of("CLIENT", "NO-EVICT", dice.oneOf("on", "OFF", "x")),
        dice -> Request.of("CLIENT", dice.oneOf("x", "NAME", "HELP2", "SETNAME")),
        dice -> Request.of("COMMAND", "GETKEYS", dice.some(1, 6, () -> commandWord(dice))),
        dice -> Request.of("COMMAND", "GETKEYSANDFLAGS", dice.some(1, 6, () -> commandWord(dice))),
        dice -> Request.of("COMMAND", dice.oneOf("x", "GETKEYS", "COUNTS")).compared(SAME_TYPE),
        dice ->
            Request.of("OBJECT", dice.oneOf("ENCODING", "x", "FREQ"), dice.some(0, 2, dice::key)),
        dice -> Request.of("SET", dice.key(), dice.value()),
        dice -> Request.of("TIME").compared(SAME_TYPE),
        dice -> Request.of("DEBUG", "SET-ACTIVE-EXPIRE", dice.oneOf("1", "1", "x")),
        dice -> Request.of(dice.oneOf("nosuch", "get ", "", "GETX"), dice.some(0, 5, dice::value)));
  }

  private static Object name(Dice dice) {
    return dice.oneOf("me", "", "a b", "tab\t", "\u00fc", "x".repeat(200), dice.bytes(2));
  }

  private static String protocol(Dice dice) {
    return dice.oneOf("2", "3", "2", "3", "4", "1", "03", "x");
  }

  private static Object listWord(Dice dice) {
    return switch (dice.between(0, 3)) {
      case 0 -> List.of("TYPE", dice.oneOf("normal", "MASTER", "replica", "pubsub", "x"));
      case 1 -> List.of("ID", dice.some(1, 2, dice::integer));
      default -> dice.oneOf("TYPE", "ID", "x");
    };
  }

  private static Object commandWord(Dice dice) {
    return dice.oneIn(2)
        ? dice.oneOf(
            "SET",
            "get",
            "MSET",
            "MGET",
            "DEL",
            "RENAME",
            "COPY",
            "LCS",
            "PING",
            "x",
            "OBJECT",
            "ENCODING")
        : dice.oneOf(dice.key(), dice.value(), "EX", "10", "REPLACE");
  }
}
