package io.jacinth.engine.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Arguments as a line for people: {@code key value [NX | XX] [EX seconds]}. Square brackets hold
 * what is optional, a bar stands between alternatives, {@code key [key ...]} is one or more.
 */
final class Syntax {
  private Syntax() {}

  static String of(List<Argument> arguments) {
    return arguments.stream().map(Syntax::of).collect(Collectors.joining(" "));
  }

  private static String of(Argument argument) {
    String once = once(argument);
    if (argument.isMultiple()) {
      String again = argument.isTokenRepeated() ? withToken(argument, once) : once;
      once = withToken(argument, once) + " [" + again + " ...]";
    } else {
      once = withToken(argument, once);
    }
    return argument.isOptional() ? "[" + once + "]" : once;
  }

  private static String withToken(Argument argument, String value) {
    String token = argument.token();
    return token == null || argument.type() == Argument.Type.PURE_TOKEN
        ? value
        : token + " " + value;
  }

  private static String once(Argument argument) {
    return switch (argument.type()) {
      case PURE_TOKEN -> String.valueOf(argument.token());
      case ONEOF -> choice(argument);
      case BLOCK -> of(argument.children());
      case STRING, INTEGER, DOUBLE, KEY, PATTERN, UNIX_TIME -> argument.name();
    };
  }

  /** Angle brackets hold alternatives together where nothing else does. */
  private static String choice(Argument argument) {
    String choices =
        argument.children().stream().map(Syntax::of).collect(Collectors.joining(" | "));
    boolean isHeld = argument.isOptional() && !argument.isMultiple() && argument.token() == null;
    return isHeld ? choices : "<" + choices + ">";
  }
}
