package io.jacinth.commands.string;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** INCRBYFLOAT. */
@DualRun
class IncrByFloatTest {
  @Test
  void addsWithTheDigitsOfALongDouble(TestServer server) {
    server.send("INCRBYFLOAT", "f", "10.5").expectBulk("10.5");
    server.send("INCRBYFLOAT", "f", "0.1").expectBulk("10.6");
    server.send("INCRBYFLOAT", "f", "-5").expectBulk("5.6");
    server.send("SET", "f", "5.0e3").expectSimple("OK");
    server.send("INCRBYFLOAT", "f", "2.0e2").expectBulk("5200");
    server.send("INCRBYFLOAT", "f", "1.23456789012345678").expectBulk("5201.23456789012345691");
    server.send("INCRBYFLOAT", "g", "0.1").expectBulk("0.1");
    server.send("INCRBYFLOAT", "g", "0.2").expectBulk("0.3");
    server.send("INCRBYFLOAT", "h", "1e17").expectBulk("100000000000000000");
    server
        .send("INCRBYFLOAT", "h", "0.3333333333333333333")
        .expectBulk("100000000000000000.3359375");
    server.send("INCRBYFLOAT", "i", "-1e-18").expectBulk("0");
    server.send("INCRBYFLOAT", "j", "3").expectBulk("3");
    server.send("OBJECT", "ENCODING", "j").expectBulk("embstr");
    server.send("INCRBYFLOAT", "k", "1.999999999999999999999").expectBulk("2");
  }

  @Test
  void refusesWhatIsNoNumber(TestServer server) {
    server.send("INCRBYFLOAT", "f", "abc").expectError("ERR value is not a valid float");
    server.send("INCRBYFLOAT", "f", "").expectError("ERR value is not a valid float");
    server.send("INCRBYFLOAT", "f", " 1").expectError("ERR value is not a valid float");
    server.send("INCRBYFLOAT", "f", "nan").expectError("ERR value is not a valid float");
    server
        .send("INCRBYFLOAT", "f", "inf")
        .expectError("ERR increment would produce NaN or Infinity");
    server.send("SET", "f", "abc").expectSimple("OK");
    server.send("INCRBYFLOAT", "f", "1").expectError("ERR value is not a valid float");
    server.send("SET", "f", "1").expectSimple("OK");
    server.send("INCRBYFLOAT", "f", "1x").expectError("ERR value is not a valid float");
    server
        .send("INCRBYFLOAT", "f")
        .expectError("ERR wrong number of arguments for 'incrbyfloat' command");
  }
}
