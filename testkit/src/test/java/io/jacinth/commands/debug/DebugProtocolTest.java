package io.jacinth.commands.debug;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DEBUG PROTOCOL: the bytes of every type in both protocols. */
@DualRun
class DebugProtocolTest {
  private static final String UNKNOWN =
      "-ERR Wrong protocol type name. Please use one of the following:"
          + " string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false|";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "string;$11|Hello World|;$11|Hello World|",
        "integer;:12345|;:12345|",
        "double;$5|3.141|;,3.141|",
        "null;$-1|;_|",
        "array;*3|:0|:1|:2|;*3|:0|:1|:2|",
        "set;*3|:0|:1|:2|;~3|:0|:1|:2|",
        "map;*6|:0|:0|:1|:1|:2|:0|;%3|:0|#f|:1|#t|:2|#f|",
        "verbatim;$25|This is a verbatim^string|;=29|txt:This is a verbatim^string|",
        "true;:1|;#t|",
        "FALSE;:0|;#f|",
        "bignum;$37|1234567999999999999999999999999999999|;(1234567999999999999999999999999999999|"
      })
  void answersEachType(String type, String resp2, String resp3, TestServer server) {
    server.send("DEBUG", "PROTOCOL", type).expectRaw(wire(resp2));
    try (TestConnection connection = server.resp3()) {
      connection.send("DEBUG", "PROTOCOL", type).expectRaw(wire(resp3));
    }
  }

  private static String wire(String text) {
    return text.replace("|", "\r\n").replace('^', '\n');
  }

  @ParameterizedTest
  @CsvSource({"xxx", "''"})
  void refusesOtherTypes(String type, TestServer server) {
    server.send("DEBUG", "PROTOCOL", type).expectError(UNKNOWN.substring(1, UNKNOWN.length() - 1));
  }

  @ParameterizedTest
  @CsvSource("push")
  void refusesAPushInResp2(String type, TestServer server) {
    server
        .send("DEBUG", "PROTOCOL", type)
        .expectError("ERR RESP2 is not supported by this command");
  }

  @ParameterizedTest
  @CsvSource("attrib")
  void leavesAttributesOutOfResp2(String type, TestServer server) {
    server.send("DEBUG", "PROTOCOL", type).expectBulk("Some real reply following the attribute");
  }
}
