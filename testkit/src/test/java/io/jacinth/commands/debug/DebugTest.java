package io.jacinth.commands.debug;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** DEBUG. */
@DualRun
class DebugTest {
  @Test
  void tellsHowAValueIsStored(TestServer server) {
    server.send("DEBUG", "OBJECT", "k").expectError("ERR no such key");
    server.send("SET", "k", "hello");
    assertThat(server.send("DEBUG", "object", "k").text())
        .matches(
            "Value at:0x[0-9a-f]+ refcount:1 encoding:embstr serializedlength:6 lru:[0-9]+"
                + " lru_seconds_idle:0");
    server.send("SET", "k", 12345);
    assertThat(server.send("DEBUG", "OBJECT", "k").text())
        .contains(" encoding:int serializedlength:3 ");
    server.send("SET", "k", -1_000_000);
    assertThat(server.send("DEBUG", "OBJECT", "k").text()).contains(" serializedlength:5 ");
  }

  @Test
  void sleeps(TestServer server) {
    long start = micros(server);
    server.send("DEBUG", "SLEEP", "0.02").expectSimple("OK");
    assertThat(micros(server) - start).isGreaterThanOrEqualTo(20_000);
    server.send("DEBUG", "sleep", "x").expectSimple("OK");
  }

  private static long micros(TestServer server) {
    List<RespValue> time = server.send("TIME").elements();
    return Long.parseLong(text(time.get(0))) * 1_000_000 + Long.parseLong(text(time.get(1)));
  }

  private static String text(RespValue value) {
    return ((RespValue.BulkString) value).text();
  }

  @Test
  void turnsActiveExpiryOffAndOn(TestServer server) {
    server.send("DEBUG", "SET-ACTIVE-EXPIRE", 0).expectSimple("OK");
    server.send("DEBUG", "SET-ACTIVE-EXPIRE", 1).expectSimple("OK");
  }

  @Test
  void refusesUnknownWordsAndCounts(TestServer server) {
    server.send("DEBUG").expectError("ERR wrong number of arguments for 'debug' command");
    for (List<String> words :
        List.of(List.of("x"), List.of("sleep"), List.of("object", "a", "b"))) {
      Object[] request = Stream.concat(Stream.of("DEBUG"), words.stream()).toArray();
      server
          .send(request)
          .expectError(
              "ERR unknown subcommand or wrong number of arguments for '"
                  + words.getFirst()
                  + "'. Try DEBUG HELP.");
    }
  }

  @Test
  void helps(TestServer server) {
    assertThat(server.send("DEBUG", "HELP").elements())
        .contains(
            new RespValue.SimpleString(
                "DEBUG <subcommand> [<arg> [value] [opt] ...]. Subcommands are:"),
            new RespValue.SimpleString("HELP"));
  }
}
