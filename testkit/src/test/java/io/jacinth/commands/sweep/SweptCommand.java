package io.jacinth.commands.sweep;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.BulkString;
import io.jacinth.client.RespValue.IntegerValue;
import io.jacinth.client.RespValue.MapValue;
import io.jacinth.client.RespValue.SetValue;
import io.jacinth.client.RespValue.SimpleString;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A command as a real Redis describes it.
 *
 * @param name in lower case, a subcommand behind a bar
 * @param least how many arguments it takes at least
 * @param options its option words
 * @param waits whether it may block
 */
record SweptCommand(String name, int least, List<String> options, boolean waits) {
  /**
   * They end the connection or the server, change how all that follows is answered, or are refused
   * for as long as another such takes.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "acl|deluser",
          "acl|setuser",
          "bgrewriteaof",
          "bgsave",
          "client|kill",
          "client|pause",
          "client|reply",
          "config|set",
          "debug",
          "monitor",
          "psubscribe",
          "punsubscribe",
          "quit",
          "save",
          "shutdown",
          "ssubscribe",
          "subscribe",
          "sunsubscribe",
          "unsubscribe");

  /**
   * The commands that both servers have, sorted: Redis lists them in another order at each start.
   */
  static List<SweptCommand> ofBoth(TestConnection ours, TestConnection theirs) {
    Set<String> known = new HashSet<>(names(ours));
    theirs.send("HELLO", 3).expectMap();
    return names(theirs).stream()
        .filter(name -> known.contains(name) && !LEFT_OUT.contains(name))
        .sorted()
        .map(name -> describe(theirs, name))
        .toList();
  }

  private static List<String> names(TestConnection connection) {
    return connection.send("COMMAND", "LIST").elements().stream().map(SweptCommand::text).toList();
  }

  private static SweptCommand describe(TestConnection redis, String name) {
    ArrayValue info = (ArrayValue) redis.send("COMMAND", "INFO", name).elements().getFirst();
    long arity = Math.abs(((IntegerValue) info.elements().get(1)).value());
    boolean waits =
        ((SetValue) info.elements().get(2))
            .elements().stream().anyMatch(flag -> text(flag).equals("blocking"));
    List<String> options = new ArrayList<>();
    collect(redis.send("COMMAND", "DOCS", name).value(), options);
    return new SweptCommand(name, (int) arity - words(name).size(), options, waits);
  }

  /** Looks for tokens, however deep. */
  private static void collect(RespValue docs, List<String> options) {
    if (docs instanceof ArrayValue array) {
      array.elements().forEach(element -> collect(element, options));
    } else if (docs instanceof MapValue map) {
      map.entries()
          .forEach(
              entry -> {
                if (text(entry.getKey()).equals("token")) {
                  options.add(text(entry.getValue()));
                }
                collect(entry.getValue(), options);
              });
    }
  }

  private static List<String> words(String name) {
    return Arrays.asList(name.toUpperCase(Locale.ROOT).split("\\|", -1));
  }

  /** The words that a request begins with. */
  List<String> words() {
    return words(name);
  }

  private static String text(RespValue value) {
    return value instanceof SimpleString simple ? simple.text() : ((BulkString) value).text();
  }
}
