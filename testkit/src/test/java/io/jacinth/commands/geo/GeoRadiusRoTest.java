package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GEORADIUS_RO. */
@DualRun
class GeoRadiusRoTest {
  @Test
  void answersWhatItIsAskedFor(TestServer server) {
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
    server.send("GEORADIUS_RO", "g", 15, 37, 200, "km", "ASC").expectArray("Catania", "Palermo");
    server.send("GEORADIUS_RO", "g", 15, 37, 200, "km", "DESC").expectArray("Palermo", "Catania");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 200, "km", "WITHDIST", "ASC")
        .expectArray(List.of("Catania", "56.4413"), List.of("Palermo", "190.4424"));
    server
        .send("GEORADIUS_RO", "g", 15, 37, 200, "km", "WITHDIST", "WITHCOORD", "WITHHASH", "DESC")
        .expectArray(
            List.of(
                "Palermo",
                "190.4424",
                3479099956230698L,
                List.of("13.36138933897018433", "38.11555639549629859")),
            List.of(
                "Catania",
                "56.4413",
                3479447370796909L,
                List.of("15.08726745843887329", "37.50266842333162032")));
    server
        .send("GEORADIUS_RO", "g", 15, 37, 100, "mi", "WITHHASH", "ASC")
        .expectArray((Object) List.of("Catania", 3479447370796909L));
    server
        .send("GEORADIUS_RO", "g", 15, 37, 650000, "FT", "COUNT", 2)
        .expectArray("Catania", "Palermo");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 650000, "FT", "COUNT", 1, "DESC")
        .expectArray("Palermo");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 300, "km", "COUNT", 2, "ANY")
        .expectArray("Palermo", "edge1");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 300, "km")
        .expectArray("Palermo", "edge1", "Catania", "edge2");
    server.send("GEORADIUS_RO", "g", 15, 37, 0, "m").expectArray();
    server
        .send("GEORADIUS_RO", "g", 15, 37, 30000, "km")
        .expectArray("Palermo", "edge1", "Catania", "edge2");
  }

  @Test
  void storesNothing(TestServer server) {
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
        .send("GEORADIUS_RO", "g", 15, 37, 200, "km", "STORE", "d")
        .expectError("ERR syntax error");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 200, "km", "STOREDIST", "d")
        .expectError("ERR syntax error");
    server.send("EXISTS", "d").expectInteger(0);
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
        .send("GEORADIUS_RO", "s", 15, 37, 200, "km")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("GEORADIUS_RO", "s", 15, 37, "x", "y", "z")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("GEORADIUS_RO", "none", 15, 37, 200, "km").expectArray();
    server.send("GEORADIUS_RO", "none", 15, 37, 200, "km", "FOO").expectError("ERR syntax error");
    server.send("GEORADIUS_RO", "g", 15, 37, "x", "km").expectError("ERR need numeric radius");
    server.send("GEORADIUS_RO", "g", 15, 37, -1, "km").expectError("ERR radius cannot be negative");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server.send("GEORADIUS_RO", "g", 15, 37, -1, "yd").expectError("ERR radius cannot be negative");
    server.send("GEORADIUS_RO", "g", 15, 37, 1, "km", "FOO").expectError("ERR syntax error");
    server.send("GEORADIUS_RO", "g", 15, 37, 1, "km", "COUNT").expectError("ERR syntax error");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "COUNT", 0)
        .expectError("ERR COUNT must be > 0");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "ANY")
        .expectError("ERR the ANY argument requires COUNT argument");
    server
        .send("GEORADIUS_RO", "none", 15, 37, 1, "km", "ANY")
        .expectError("ERR the ANY argument requires COUNT argument");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "COUNT", -1, "ANY")
        .expectError("ERR COUNT must be > 0");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1)
        .expectError("ERR wrong number of arguments for 'georadius_ro' command");
    server.send("GEORADIUS_RO", "g", 15, 37, 1, "km", "STORE").expectError("ERR syntax error");
    server.send("GEORADIUS_RO", "g", 15, 37, 1, "km", "STOREDIST").expectError("ERR syntax error");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "FROMMEMBER", "Palermo")
        .expectError("ERR syntax error");
    server
        .send("GEORADIUS_RO", "g", 15, 37, 1, "km", "BYRADIUS", 1, "km")
        .expectError("ERR syntax error");
  }
}
