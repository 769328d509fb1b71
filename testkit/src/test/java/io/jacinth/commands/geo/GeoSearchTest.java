package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GEOSEARCH. */
@DualRun
class GeoSearchTest {
  @Test
  void looksInCircles(TestServer server) {
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
        .send(
            "GEOADD",
            "nyc",
            "-73.9454966",
            "40.747533",
            "lic",
            "-73.9733487",
            "40.7648057",
            "park",
            "-74.0131604",
            "40.7126674",
            "one",
            "-73.7858139",
            "40.6428986",
            "jfk",
            "-73.9375699",
            "40.7498929",
            "q4",
            "-73.9564142",
            "40.7480973",
            4545)
        .expectInteger(6);
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km", "ASC")
        .expectArray("Catania", "Palermo");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "DESC", "WITHDIST")
        .expectArray(
            List.of("Catania", "166.2742"),
            List.of("edge1", "91.4007"),
            List.of("Palermo", "0.0000"));
    server
        .send(
            "GEOSEARCH",
            "g",
            "BYRADIUS",
            200,
            "km",
            "FROMLONLAT",
            15,
            37,
            "WITHCOORD",
            "WITHDIST",
            "WITHHASH",
            "ASC")
        .expectArray(
            List.of(
                "Catania",
                "56.4413",
                3479447370796909L,
                List.of("15.08726745843887329", "37.50266842333162032")),
            List.of(
                "Palermo",
                "190.4424",
                3479099956230698L,
                List.of("13.36138933897018433", "38.11555639549629859")));
    server
        .send("GEOSEARCH", "nyc", "FROMMEMBER", "q4", "BYRADIUS", 3, "mi", "WITHDIST")
        .expectArray(
            List.of("park", "2.1378"),
            List.of("4545", "0.9942"),
            List.of("lic", "0.4458"),
            List.of("q4", "0.0000"));
    server
        .send(
            "GEOSEARCH",
            "nyc",
            "FROMLONLAT",
            "-73.9798091",
            "40.7598464",
            "BYRADIUS",
            3,
            "km",
            "COUNT",
            3)
        .expectArray("park", "4545");
    server
        .send(
            "GEOSEARCH",
            "nyc",
            "FROMLONLAT",
            "-73.9798091",
            "40.7598464",
            "BYRADIUS",
            100,
            "km",
            "COUNT",
            2,
            "ANY")
        .expectArray("one", "park");
    server
        .send("GEOSEARCH", "nyc", "FROMLONLAT", "-73.9798091", "40.7598464", "BYRADIUS", 100, "km")
        .expectArray("one", "park", "4545", "lic", "q4", "jfk");
    server
        .send(
            "GEOSEARCH",
            "nyc",
            "FROMLONLAT",
            "-73.9798091",
            "40.7598464",
            "BYRADIUS",
            100,
            "km",
            "COUNT",
            4,
            "ANY",
            "DESC",
            "WITHDIST")
        .expectArray(
            List.of("one", "5.9530"),
            List.of("lic", "3.1991"),
            List.of("4545", "2.3651"),
            List.of("park", "0.7750"));
    server.send("GEOSEARCH", "nyc", "FROMLONLAT", 0, 0, "BYRADIUS", 1, "km").expectArray();
  }

  @Test
  void looksInBoxes(TestServer server) {
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
        .send(
            "GEOADD",
            "nyc",
            "-73.9454966",
            "40.747533",
            "lic",
            "-73.9733487",
            "40.7648057",
            "park",
            "-74.0131604",
            "40.7126674",
            "one",
            "-73.7858139",
            "40.6428986",
            "jfk",
            "-73.9375699",
            "40.7498929",
            "q4",
            "-73.9564142",
            "40.7480973",
            4545)
        .expectInteger(6);
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", 15, 37, "BYBOX", 400, 400, "km", "ASC")
        .expectArray("Catania", "Palermo", "edge2", "edge1");
    server
        .send(
            "GEOSEARCH",
            "g",
            "FROMLONLAT",
            15,
            37,
            "BYBOX",
            450,
            400,
            "KM",
            "DESC",
            "WITHDIST",
            "WITHCOORD")
        .expectArray(
            List.of("edge1", "279.7405", List.of("12.7584877610206604", "38.78813451624225195")),
            List.of("edge2", "279.7403", List.of("17.24151045083999634", "38.78813451624225195")),
            List.of("Palermo", "190.4424", List.of("13.36138933897018433", "38.11555639549629859")),
            List.of("Catania", "56.4413", List.of("15.08726745843887329", "37.50266842333162032")));
    server
        .send(
            "GEOSEARCH",
            "nyc",
            "FROMLONLAT",
            "-73.9798091",
            "40.7598464",
            "BYBOX",
            6,
            6,
            "km",
            "ASC")
        .expectArray("park", "4545", "lic");
    server
        .send("GEOSEARCH", "nyc", "FROMMEMBER", "jfk", "BYBOX", 20, 200000, "ft", "WITHDIST")
        .expectArray((Object) List.of("jfk", "0.0000"));
    server.send("GEOSEARCH", "g", "FROMMEMBER", "edge1", "BYBOX", 0, 0, "m").expectArray("edge1");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "edge1", "BYBOX", 40000, 40000, "km")
        .expectArray("Palermo", "edge1", "Catania", "edge2");
  }

  @Test
  void looksAcrossTheEdge(TestServer server) {
    server
        .send(
            "GEOADD", "g", "179.9", 10, "a", "-179.9", 10, "b", "179.9", -10, "c", 0, 85, "n", 90,
            85, "m")
        .expectInteger(5);
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", "179.95", 10, "BYRADIUS", 50, "km", "WITHDIST", "ASC")
        .expectArray(List.of("a", "5.4769"), List.of("b", "16.4306"));
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", "-179.95", 10, "BYRADIUS", 50, "km", "ASC")
        .expectArray("b", "a");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "n", "BYRADIUS", 1000, "km", "WITHDIST")
        .expectArray(List.of("n", "0.0000"), List.of("m", "785.9890"));
    server.send("GEOSEARCH", "g", "FROMMEMBER", "n", "BYBOX", 9000, 1, "km").expectArray("n", "m");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "a", "BYRADIUS", 5000, "km", "ASC")
        .expectArray("a", "b", "c");
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
        .send("GEOSEARCH", "s", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("GEOSEARCH", "none", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km").expectArray();
    server
        .send("GEOSEARCH", "none", "FROMMEMBER", "x", "BYRADIUS", 200, "km", "WITHDIST")
        .expectArray();
    server
        .send(
            "GEOSEARCH", "g", "FROMLONLAT", 15, 37, "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km")
        .expectError("ERR syntax error");
    server
        .send(
            "GEOSEARCH", "g", "FROMMEMBER", "Palermo", "FROMLONLAT", 15, 37, "BYRADIUS", 200, "km")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", 1, 1, "km", "BYRADIUS", 200, "km")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "BYBOX", 1, 1, "km")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "nobody", "BYRADIUS", 200, "km")
        .expectError("ERR could not decode requested zset member");
    server
        .send("GeoSearch", "g", "BYRADIUS", 200, "km", "ASC", "DESC", "WITHDIST")
        .expectError("ERR exactly one of FROMMEMBER or FROMLONLAT can be specified for GeoSearch");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "ASC", "COUNT", 5, "WITHDIST")
        .expectError("ERR exactly one of BYRADIUS and BYBOX can be specified for GEOSEARCH");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "ANY")
        .expectError("ERR the ANY argument requires COUNT argument");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "COUNT", 0)
        .expectError("ERR COUNT must be > 0");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 200, "km", "COUNT", "x")
        .expectError("ERR value is not an integer or out of range");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", "x", "km")
        .expectError("ERR need numeric radius");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", -1, "km")
        .expectError("ERR radius cannot be negative");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1, "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", "x", 1, "km")
        .expectError("ERR need numeric width");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", 1, "x", "km")
        .expectError("ERR need numeric height");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", -1, 1, "km")
        .expectError("ERR height or width cannot be negative");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", 1, -1, "yd")
        .expectError("ERR height or width cannot be negative");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", 1, 1, "yd")
        .expectError("ERR unsupported unit provided. please use M, KM, FT, MI");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYBOX", 1, "km", "ASC")
        .expectError("ERR need numeric height");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1, "km", "STORE", "x")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1, "km", "STOREDIST")
        .expectError("ERR syntax error");
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", 200, 37, "BYRADIUS", "x", "km")
        .expectError("ERR invalid longitude,latitude pair 200.000000,37.000000");
    server
        .send("GEOSEARCH", "g", "FROMLONLAT", 15, "BYRADIUS", 1, "km")
        .expectError("ERR value is not a valid float");
    server
        .send(
            "GEOSEARCH", "g", "FROMMEMBER", "Palermo", "FROMMEMBER", "Catania", "BYRADIUS", 0, "m")
        .expectArray("Catania");
    server
        .send("GEOSEARCH", "g", "FROMMEMBER", "Palermo", "BYRADIUS", 1000, "km", "BYRADIUS", 0, "m")
        .expectArray("Palermo");
    server
        .send("GEOSEARCH", "g")
        .expectError("ERR wrong number of arguments for 'geosearch' command");
  }
}
