package io.jacinth.commands.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Requests for one command, sound and unsound, made under a seed. */
final class SweptRequests {
  private static final List<String> KEYS =
      List.of(
          "str", "int", "lst", "hash", "set", "ints", "zset", "stream", "hll", "geo", "vol",
          "missing", "");

  private static final List<String> VALUES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "-1",
          "10",
          "abc",
          "1.5",
          "-0",
          "+1",
          " 1",
          "01",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "-9223372036854775809",
          "nan",
          "inf",
          "-inf",
          "(1",
          "[a",
          "-",
          "+",
          "*",
          "$",
          ">",
          "",
          "1-1",
          "0-0",
          "1-",
          "=",
          "~",
          "f",
          "a",
          "grp",
          "1e3",
          "4294967296",
          "u8",
          "i64",
          "u64",
          "#1",
          "m",
          "km",
          "1000000000");

  private final SweptCommand command;
  private final SplittableRandom random;

  SweptRequests(SweptCommand command, SplittableRandom random) {
    this.command = command;
    this.random = random;
  }

  /** Each key alone and before ones, from no argument to two too many; then so many by chance. */
  Iterable<List<Object>> make(int rounds) {
    LinkedHashSet<List<Object>> requests = new LinkedHashSet<>();
    for (int count = 0; count < command.least() + 3; count++) {
      requests.add(request(Collections.nCopies(count, "abc")));
      for (String key : count == 0 ? List.<String>of() : KEYS) {
        requests.add(
            request(
                Stream.concat(Stream.of(key), Collections.nCopies(count - 1, "1").stream())
                    .toList()));
      }
    }
    for (int i = 0; i < rounds; i++) {
      requests.add(byChance());
    }
    return requests;
  }

  private List<Object> request(List<String> arguments) {
    List<Object> request = new ArrayList<>(command.words());
    request.addAll(arguments);
    return request;
  }

  private List<Object> byChance() {
    int count = Math.max(0, command.least() + Math.max(0, random.nextInt(8) - 2));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      arguments.add(argument(i));
    }
    return request(arguments);
  }

  private String argument(int position) {
    int dice = random.nextInt(100);
    if (dice < (position == 0 ? 75 : 20)) {
      return any(KEYS);
    }
    if (dice < 55 && !command.options().isEmpty()) {
      String option = any(command.options());
      return random.nextInt(5) == 0 ? option.toLowerCase(Locale.ROOT) : option;
    }
    return any(VALUES);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
