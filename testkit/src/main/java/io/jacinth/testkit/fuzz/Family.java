package io.jacinth.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A family of commands to try.
 *
 * @param commands each draws one request; all are drawn equally often
 * @param audit asks for the state that the commands may have changed, at the end
 */
public record Family(String name, List<Function<Dice, Request>> commands, List<Request> audit) {

  /** The next request: now and then misspelt, cut short or with one argument too many. */
  Request next(Dice dice) {
    Request request = dice.oneOf(commands).apply(dice);
    List<byte[]> arguments = new ArrayList<>(request.arguments());
    arguments.set(0, dice.inAnyCase(text(arguments.getFirst())).getBytes(StandardCharsets.UTF_8));
    switch (dice.between(0, 99)) {
      case 0 -> arguments.removeLast();
      case 1 -> arguments.add("extra".getBytes(StandardCharsets.UTF_8));
      case 2 -> arguments.set(dice.between(0, arguments.size() - 1), dice.bytes(3));
      default -> {}
    }
    return arguments.isEmpty() ? request : request.with(arguments);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
