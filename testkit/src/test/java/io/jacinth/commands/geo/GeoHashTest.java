package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** GEOHASH. */
@DualRun
class GeoHashTest {
  @Test
  void answersStrings(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send(
            "GEOADD", "g", "13.361389", "38.115556", "Palermo", "15.087269", "37.502669", "Catania")
        .expectInteger(2);
    server.send("GEOHASH", "g", "Palermo", "Catania").expectArray("sqc8b49rny0", "sqdtr74hyu0");
    server.send("GEOHASH", "g", "Palermo", "none").expectArray("sqc8b49rny0", null);
    server.send("GEOHASH", "g").expectArray();
    server.send("GEOHASH", "none", "a", "b").expectArray(null, null);
    server.send("GEOHASH", "none").expectArray();
    server
        .send("GEOHASH", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("GEOHASH").expectError("ERR wrong number of arguments for 'geohash' command");
    server
        .send(
            "GEOADD",
            "g",
            "-5.6",
            "42.6",
            "p",
            0,
            0,
            "o",
            180,
            "85.05112878",
            "ne",
            -180,
            "-85.05112878",
            "sw")
        .expectInteger(4);
    server
        .send("GEOHASH", "g", "p", "o", "ne", "sw")
        .expectArray("ezs42e44yx0", "s0000000000", "bp05b5048p0", "00bh0hbj200");
  }

  @Test
  void readsAnyScore(TestServer server) {
    server
        .send(
            "ZADD",
            "z",
            -1,
            "a",
            "1e17",
            "b",
            "inf",
            "c",
            "-inf",
            "d",
            "0.5",
            "e",
            "18446744073709551615",
            "f",
            "9007199254740993",
            "g")
        .expectInteger(7);
    server
        .send("GEOHASH", "z", "a", "b", "c", "d", "e", "f", "g")
        .expectArray(
            "bp05b5048p0",
            "bp05b5048p0",
            "00bh0hbj200",
            "00bh0hbj200",
            "00bh0hbj200",
            "00bh0hbj200",
            "00bh0hbj200");
  }
}
