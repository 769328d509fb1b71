package io.jacinth.commands.geo;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestConnection;
import io.jacinth.testkit.TestServer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** GEOPOS. */
@DualRun
class GeoPosTest {
  @Test
  void answersPoints(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server
        .send(
            "GEOADD", "g", "13.361389", "38.115556", "Palermo", "15.087269", "37.502669", "Catania")
        .expectInteger(2);
    server
        .send("GEOPOS", "g", "Palermo", "Catania")
        .expectArray(
            List.of("13.36138933897018433", "38.11555639549629859"),
            List.of("15.08726745843887329", "37.50266842333162032"));
    server
        .send("GEOPOS", "g", "Palermo", "none")
        .expectArray(List.of("13.36138933897018433", "38.11555639549629859"), null);
    server.send("GEOPOS", "g").expectArray();
    server.send("GEOPOS", "none", "a", "b").expectArray(null, null);
    server.send("GEOPOS", "none").expectArray();
    server
        .send("GEOPOS", "s", "a")
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server.send("GEOPOS").expectError("ERR wrong number of arguments for 'geopos' command");
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
        .send("GEOPOS", "z", "a", "b", "c", "d", "e", "f", "g")
        .expectArray(
            List.of("180", "85.0511287799999991"),
            List.of("180", "85.0511287799999991"),
            List.of("-179.99999731779098511", "-85.05112751263942528"),
            List.of("180", "-85.05112751263942528"),
            List.of("-179.99999731779098511", "-85.05112751263942528"),
            List.of("-179.99999731779098511", "-85.05112751263942528"),
            List.of("180", "-85.05112751263942528"));
  }

  @Test
  void answersDoublesInResp3(TestServer server) {
    TestConnection client = server.resp3();
    client.send("GEOADD", "g", "13.361389", "38.115556", "a").expectInteger(1);
    client
        .send("GEOPOS", "g", "a", "none")
        .expect(Arrays.asList(List.of(13.36138933897018433, 38.11555639549629859), null));
  }
}
