package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GEOADD. */
@DualRun
class GeoAddTest {
  @Test
  void addsAndMovesPoints(TestServer server) {
    server
        .send(
            "GEOADD", "g", "13.361389", "38.115556", "Palermo", "15.087269", "37.502669", "Catania")
        .expectInteger(2);
    server.send("GEOADD", "g", "13.5", 38, "Palermo", 13, 37, "Agrigento").expectInteger(1);
    server
        .send(
            "GEOADD", "g", "CH", "13.5", 38, "Palermo", "13.6", 38, "Agrigento", 12, 38, "Trapani")
        .expectInteger(2);
    server.send("GEOADD", "g", "13.6", 38, "Agrigento").expectInteger(0);
    server
        .send("ZRANGE", "g", 0, -1, "WITHSCORES")
        .expectArray(
            "Trapani",
            "3478959346502733",
            "Palermo",
            "3479097324432493",
            "Agrigento",
            "3479098943557231",
            "Catania",
            "3479447370796909");
    server.send("TYPE", "g").expectSimple("zset");
    server.send("OBJECT", "ENCODING", "g").expectBulk("listpack");
  }

  @Test
  void heedsItsConditions(TestServer server) {
    server.send("GEOADD", "g", "XX", 13, 38, "a").expectInteger(0);
    server.send("EXISTS", "g").expectInteger(0);
    server.send("GEOADD", "g", "NX", 13, 38, "a").expectInteger(1);
    server.send("GEOADD", "g", "NX", "CH", 14, 38, "a", 15, 38, "b").expectInteger(1);
    server.send("GEOADD", "g", "xx", "ch", 14, 38, "a", 15, 39, "c").expectInteger(1);
    server
        .send("GEOPOS", "g", "a", "b", "c")
        .expectArray(
            List.of("14.00000184774398804", "38.0000009925631943"),
            List.of("14.99999910593032837", "38.0000009925631943"),
            null);
    server.send("GEOADD", "g", "NX", "XX", 13, 38, "a").expectError("ERR syntax error");
    server.send("GEOADD", "g", "NX", "NX", "CH", 16, 38, "d").expectInteger(1);
  }

  @Test
  void takesTheEdgesOfTheMap(TestServer server) {
    server
        .send(
            "GEOADD",
            "g",
            180,
            "85.05112878",
            "ne",
            -180,
            "-85.05112878",
            "sw",
            0,
            0,
            "o",
            "-0",
            "-0.0",
            "p")
        .expectInteger(4);
    server
        .send("ZRANGE", "g", 0, -1, "WITHSCORES")
        .expectArray(
            "sw", "0", "o", "3377699720527872", "p", "3377699720527872", "ne", "13510798882111488");
    server
        .send("GEOPOS", "g", "ne", "sw", "o")
        .expectArray(
            List.of("180", "85.0511287799999991"),
            List.of("-179.99999731779098511", "-85.05112751263942528"),
            List.of("0.00000268220901489", "0.00000126736058093"));
    server.send("GEOADD", "g", "1e1", "0x10", "h").expectInteger(1);
    server
        .send("GEOPOS", "g", "h")
        .expectArray((Object) List.of("10.00000208616256714", "16.00000021781178106"));
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("GEOADD", "g").expectError("ERR wrong number of arguments for 'geoadd' command");
    server
        .send("GEOADD", "g", 13)
        .expectError("ERR wrong number of arguments for 'geoadd' command");
    server
        .send("GEOADD", "g", 13, 38)
        .expectError("ERR wrong number of arguments for 'geoadd' command");
    server.send("GEOADD", "g", 13, 38, "a", 14).expectError("ERR syntax error");
    server.send("GEOADD", "g", "NX", "XX", "CH").expectError("ERR syntax error");
    server.send("GEOADD", "g", "NX", "CH", "NX").expectError("ERR syntax error");
    server
        .send("GEOADD", "g", 181, 38, "a")
        .expectError("ERR invalid longitude,latitude pair 181.000000,38.000000");
    server
        .send("GEOADD", "g", 13, 86, "a")
        .expectError("ERR invalid longitude,latitude pair 13.000000,86.000000");
    server
        .send("GEOADD", "g", 13, "-86.5", "a")
        .expectError("ERR invalid longitude,latitude pair 13.000000,-86.500000");
    server
        .send("GEOADD", "g", "1e20", "inf", "a")
        .expectError("ERR invalid longitude,latitude pair 100000000000000000000.000000,inf");
    server
        .send("GEOADD", "g", "-0", -100, "a")
        .expectError("ERR invalid longitude,latitude pair -0.000000,-100.000000");
    server.send("GEOADD", "g", "x", 38, "a").expectError("ERR value is not a valid float");
    server.send("GEOADD", "g", 13, "nan", "a").expectError("ERR value is not a valid float");
    server
        .send("GEOADD", "g", 13, 38, "a", 200, 38, "b")
        .expectError("ERR invalid longitude,latitude pair 200.000000,38.000000");
    server.send("EXISTS", "g").expectInteger(0);
    server
        .send("GEOADD", "s", 200, 38, "a")
        .expectError("ERR invalid longitude,latitude pair 200.000000,38.000000");
    server
        .send("GEOADD", "s", 13, 38, "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
  }
}
