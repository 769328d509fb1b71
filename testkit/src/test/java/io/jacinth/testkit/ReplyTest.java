package io.jacinth.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

class ReplyTest {

  static Stream<Arguments> trueClaims() {
    return Stream.of(
        claim("+OK\r\n", reply -> reply.expect("OK").expectSimple("OK").expectRaw("+OK\r\n")),
        claim("$2\r\nOK\r\n", reply -> reply.expect("OK").expectBulk("OK")),
        claim(":3\r\n", reply -> reply.expect(3).expectInteger(3).expectIntegerBetween(1, 3)),
        claim("$-1\r\n", Reply::expectNil),
        claim("*-1\r\n", Reply::expectNil),
        claim("_\r\n", Reply::expectNil),
        claim("-ERR no\r\n", reply -> reply.expectError("ERR no").expectErrorStarting("ERR")),
        claim(",1.5\r\n", reply -> reply.expect(1.5)),
        claim("#t\r\n", reply -> reply.expect(true)),
        claim(
            "*3\r\n:1\r\n$-1\r\n*1\r\n+x\r\n",
            reply ->
                reply.expectArray(1, null, List.of("x")).expectUnordered(List.of("x"), 1, null)),
        claim("*4\r\n+a\r\n:1\r\n+b\r\n:2\r\n", reply -> reply.expectMap("b", 2)),
        claim(
            "%1\r\n+a\r\n-ERR no\r\n", reply -> reply.expectMap("a", Expectation.error("ERR no"))),
        claim("~2\r\n:1\r\n:2\r\n", reply -> reply.expectUnordered(2, Expectation.any())));
  }

  static Stream<Arguments> falseClaims() {
    return Stream.of(
        claim("+OK\r\n", reply -> reply.expect("KO")),
        claim("+OK\r\n", reply -> reply.expectBulk("OK")),
        claim("$2\r\nOK\r\n", reply -> reply.expectSimple("OK")),
        claim("$1\r\n3\r\n", reply -> reply.expectInteger(3)),
        claim(":3\r\n", reply -> reply.expectIntegerBetween(4, 5)),
        claim("$0\r\n\r\n", Reply::expectNil),
        claim("+ERR no\r\n", reply -> reply.expectError("ERR no")),
        claim("-ERR no\r\n", reply -> reply.expect("ERR no")),
        claim("*2\r\n:1\r\n:2\r\n", reply -> reply.expectArray(2, 1)),
        claim("*2\r\n:1\r\n:2\r\n", reply -> reply.expectArray(1)),
        claim("*2\r\n:1\r\n:1\r\n", reply -> reply.expectUnordered(1, 2)),
        claim("*1\r\n:1\r\n", reply -> reply.expectUnordered()),
        claim("*3\r\n+a\r\n:1\r\n+b\r\n", reply -> reply.expectMap("a", 1)),
        claim("%1\r\n+a\r\n:1\r\n", reply -> reply.expectMap("a", 2)),
        claim("+OK\r\n", Reply::integer),
        claim(":1\r\n", Reply::text),
        claim(":1\r\n", Reply::elements),
        claim("$-1\r\n", reply -> reply.expectRaw("*-1\r\n")));
  }

  @ParameterizedTest
  @MethodSource("trueClaims")
  void acceptsWhatIsTrue(String wire, Consumer<Reply> claim) {
    assertThatCode(() -> claim.accept(reply(wire))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("falseClaims")
  void refusesWhatIsNot(String wire, Consumer<Reply> claim) {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> claim.accept(reply(wire)));
  }

  @Test
  void namesTheRequestAndTheServer() {
    assertThatExceptionOfType(AssertionFailedError.class)
        .isThrownBy(() -> reply("*2\r\n:1\r\n$1\r\nx\r\n").expectArray(1, "y"))
        .withMessage("GET k on redis: expected [(integer) 1, \"y\"] but got [(integer) 1, \"x\"]");
  }

  private static Arguments claim(String wire, Consumer<Reply> claim) {
    return Arguments.of(wire, claim);
  }

  private static Reply reply(String wire) {
    return new Reply(wire.getBytes(StandardCharsets.UTF_8), "GET k on redis");
  }
}
