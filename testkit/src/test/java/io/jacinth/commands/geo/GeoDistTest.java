package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GEODIST. */
@DualRun
class GeoDistTest {
  @Test
  void answersInEveryUnit(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send(
            "GEOADD", "g", "13.361389", "38.115556", "Palermo", "15.087269", "37.502669", "Catania")
        .expectInteger(2);
    server.send("GEODIST", "g", "Palermo", "Catania").expectBulk("166274.1516");
    server.send("GEODIST", "g", "Palermo", "Catania", "m").expectBulk("166274.1516");
    server.send("GEODIST", "g", "Palermo", "Catania", "km").expectBulk("166.2742");
    server.send("GEODIST", "g", "Palermo", "Catania", "MI").expectBulk("103.3182");
    server.send("GEODIST", "g", "Palermo", "Catania", "ft").expectBulk("545518.8700");
    server.send("GEODIST", "g", "Palermo", "Palermo").expectBulk("0.0000");
    server.send("GEODIST", "g", "Palermo", "none").expectNil();
    server.send("GEODIST", "g", "none", "Catania", "km").expectNil();
    server.send("GEODIST", "none", "a", "b").expectNil();
    server
        .send("GEODIST", "g", "Palermo", "Catania", "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server
        .send("GEODIST", "none", "a", "b", "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server.send("GEODIST", "g", "Palermo", "Catania", "km", "x").expectError("ERR syntax error");
    server
        .send("GEODIST", "s", "a", "b")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("GEODIST", "s", "a", "b", "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server
        .send("GEODIST", "g", "a")
        .expectError("ERR wrong number of arguments for 'geodist' command");
  }

  @Test
  void measuresAcrossTheWorld(TestServer server) {
    server
        .send(
            "GEOADD", "g", 0, 0, "o", 180, 0, "anti", "179.9", 0, "near", "-179.9", 0, "over", 0,
            85, "north", 0, -85, "south", 90, 45, "q")
        .expectInteger(7);
    server.send("GEODIST", "g", "o", "anti", "km").expectBulk("20020.7336");
    server.send("GEODIST", "g", "near", "over", "km").expectBulk("22.2454");
    server.send("GEODIST", "g", "north", "south", "km").expectBulk("18908.4709");
    server.send("GEODIST", "g", "o", "q", "mi").expectBulk("6220.1691");
    server.send("GEODIST", "g", "north", "q", "ft").expectBulk("16500616.4811");
    server.send("GEODIST", "g", "near", "south").expectBulk("10566497.8304");
  }
}
