package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GEOSEARCHSTORE. */
@DualRun
class GeoSearchStoreTest {
  @Test
  void storesWhatItFinds(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send(
            "GEOADD",
            "g",
            "13.361389",
            "38.115556",
            "Palermo",
            "15.087269",
            "37.502669",
            "Catania",
            "12.758489",
            "38.788135",
            "edge1",
            "17.241510",
            "38.788135",
            "edge2")
        .expectInteger(4);
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km")
        .expectInteger(2);
    server
        .send("ZRANGE", "d", 0, -1, "WITHSCORES")
        .expectArray("Palermo", "3479099956230698", "Catania", "3479447370796909");
    server
        .send(
            "GEOSEARCHSTORE",
            "d",
            "g",
            "FROMLONLAT",
            15,
            37,
            "BYBOX",
            400,
            400,
            "km",
            "COUNT",
            2,
            "DESC")
        .expectInteger(2);
    server.send("ZRANGE", "d", 0, -1).expectArray("edge1", "edge2");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 0, "m", "STOREDIST")
        .expectInteger(1);
    server.send("ZRANGE", "d", 0, -1, "WITHSCORES").expectArray("Palermo", "0");
    server
        .send("GEOSEARCHSTORE", "s", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 10, "km")
        .expectInteger(1);
    server.send("TYPE", "s").expectSimple("zset");
    server.send("OBJECT", "ENCODING", "s").expectBulk("listpack");
    server
        .send("GEOSEARCHSTORE", "g", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 100, "km")
        .expectInteger(2);
    server.send("ZRANGE", "g", 0, -1).expectArray("Palermo", "edge1");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMLONLAT", 0, 0, "BYRADIUS", 1, "m")
        .expectInteger(0);
    server.send("EXISTS", "d").expectInteger(0);
    server
        .send("GEOSEARCHSTORE", "s", "none", "FROMMEMBER", "x", "BYRADIUS", 1, "m")
        .expectInteger(0);
    server.send("EXISTS", "s").expectInteger(0);
    server
        .send("GEOSEARCHSTORE", "d", "none", "FROMMEMBER", "x", "BYRADIUS", 1, "m")
        .expectInteger(0);
  }

  @Test
  void refusesWhatMakesNoSense(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send(
            "GEOADD",
            "g",
            "13.361389",
            "38.115556",
            "Palermo",
            "15.087269",
            "37.502669",
            "Catania",
            "12.758489",
            "38.788135",
            "edge1",
            "17.241510",
            "38.788135",
            "edge2")
        .expectInteger(4);
    server
        .send("GEOSEARCHSTORE", "d", "s", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km", "WITHDIST")
        .expectError(
            "ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options");
    server
        .send(
            "GEOSEARCHSTORE", "d", "none", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km", "WITHHASH")
        .expectError(
            "ERR GEOSEARCHSTORE is not compatible with WITHDIST, WITHHASH and WITHCOORD options");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMLONLAT", 15, 37, "COUNT", 1, "ASC", "STOREDIST")
        .expectError("ERR exactly one of BYRADIUS and BYBOX can be specified for GEOSEARCHSTORE");
    server
        .send("GEOSEARCHSTORE", "d", "g", "BYRADIUS", 1, "km", "COUNT", 1, "ASC")
        .expectError(
            "ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for GEOSEARCHSTORE");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMMEMBER", "nobody", "BYRADIUS", 1, "km")
        .expectError("ERR could not decode requested zset member");
    server
        .send(
            "GEOSEARCHSTORE",
            "d",
            "g",
            "FROMMEMBER",
            "Palermo",
            "BYRADIUS",
            1,
            "km",
            "STOREDIST",
            "x")
        .expectError("ERR syntax error");
    server
        .send(
            "GEOSEARCHSTORE", "d", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1, "km", "STORE", "x")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1, "km", "ANY")
        .expectError("ERR the ANY argument requires COUNT argument");
    server.send("EXISTS", "d").expectInteger(0);
    server
        .send("GEOSEARCHSTORE", "d", "g", "FROMMEMBER", "Palermo", "BYRADIUS")
        .expectError("ERR wrong number of arguments for 'geosearchstore' command");
  }
}
