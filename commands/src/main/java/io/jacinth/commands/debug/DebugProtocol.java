package io.jacinth.commands.debug;

import io.jacinth.engine.Call;
import io.jacinth.engine.error.CommandException;
import io.jacinth.protocol.Reply;
import io.jacinth.protocol.Slice;
import java.util.Locale;

/** {@code DEBUG PROTOCOL type}: a reply of each type of the protocol, for tests of clients. */
final class DebugProtocol {
  static final DebugWord WORD =
      new DebugWord(
          "PROTOCOL",
          "<type>",
          "Answers a reply of a type: string, integer, double, bignum, null, array, set, map,"
              + " attrib, push, verbatim, true, false.",
          1,
          DebugProtocol::run);

  private DebugProtocol() {}

  private static void run(Call call) {
    Reply reply = call.reply();
    switch (call.text(2).toLowerCase(Locale.ROOT)) {
      case "string" -> reply.bulk("Hello World");
      case "integer" -> reply.integer(12_345);
      case "double" -> reply.real(3.141);
      case "bignum" -> reply.bigNumber("1234567999999999999999999999999999999");
      case "null" -> reply.nil();
      case "array" -> {
        reply.array(3);
        integers(reply);
      }
      case "set" -> {
        reply.set(3);
        integers(reply);
      }
      case "map" -> map(reply);
      case "attrib" -> attribute(reply);
      case "push" -> push(reply);
      case "verbatim" -> reply.verbatim("txt", Slice.of("This is a verbatim\nstring"));
      case "true" -> reply.bool(true);
      case "false" -> reply.bool(false);
      default ->
          throw new CommandException(
              "ERR Wrong protocol type name. Please use one of the following:"
                  + " string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false");
    }
  }

  private static void integers(Reply reply) {
    for (int i = 0; i < 3; i++) {
      reply.integer(i);
    }
  }

  private static void map(Reply reply) {
    reply.map(3);
    for (int i = 0; i < 3; i++) {
      reply.integer(i);
      reply.bool(i == 1);
    }
  }

  private static void attribute(Reply reply) {
    if (reply.isResp3()) {
      reply.attribute(1);
      reply.bulk("key-popularity");
      reply.array(2);
      reply.bulk("key:123");
      reply.integer(90);
    }
    reply.bulk("Some real reply following the attribute");
  }

  private static void push(Reply reply) {
    if (!reply.isResp3()) {
      throw new CommandException("ERR RESP2 is not supported by this command");
    }
    reply.push(2);
    reply.bulk("server-cpu-usage");
    reply.integer(42);
    reply.bulk("Some real reply following the push reply");
  }
}
