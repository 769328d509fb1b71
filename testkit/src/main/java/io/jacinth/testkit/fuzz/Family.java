package io.jacinth.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A family of commands to try.
 *
 * @param commands each draws one request; all are drawn equally often
 * @param rareCommands are drawn once in a few hundred times: what undoes the work of many others
 * @param audit asks for the state that the commands may have changed, at the end
 */
public record Family(
    String name,
    List<Function<Dice, Request>> commands,
    List<Function<Dice, Request>> rareCommands,
    List<Request> audit) {

  private static final int RARELY = 300;

  /** The part of the family whose commands a server has; their names in capitals. */
  public Family within(Set<String> commandNames) {
    Dice dice = new Dice(0);
    return new Family(
        name,
        commands.stream().filter(command -> isOf(commandNames, command.apply(dice))).toList(),
        rareCommands.stream().filter(command -> isOf(commandNames, command.apply(dice))).toList(),
        audit.stream().filter(request -> isOf(commandNames, request)).toList());
  }

  private static boolean isOf(Set<String> commandNames, Request request) {
    return commandNames.contains(text(request.arguments().getFirst()));
  }

  /** The next request: now and then misspelt, cut short or with one argument too many. */
  Request next(Dice dice) {
    boolean isRare = !rareCommands.isEmpty() && dice.oneIn(RARELY);
    Request request = dice.oneOf(isRare ? rareCommands : commands).apply(dice);
    List<byte[]> arguments = new ArrayList<>(request.arguments());
    arguments.set(0, dice.inAnyCase(text(arguments.getFirst())).getBytes(StandardCharsets.UTF_8));
    switch (request.isWhole() ? 99 : dice.between(0, 99)) {
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
