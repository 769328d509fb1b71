package io.jacinth.commands.hash;

import io.jacinth.testkit.DualRun;
import io.jacinth.testkit.TestServer;
import org.junit.jupiter.api.Test;

/** HINCRBYFLOAT. */
@DualRun
class HIncrByFloatTest {
  @Test
  void adds(TestServer server) {
    server.send("SET", "s", "x").expect("OK");
    server.send("HINCRBYFLOAT", "h", "n", "5.5").expectBulk("5.5");
    server.send("HINCRBYFLOAT", "h", "n", "0.1").expectBulk("5.6");
    server.send("HGET", "h", "n").expectBulk("5.6");
    server.send("HSET", "h", "t", "text", "i", 10).expectInteger(2);
    server.send("HINCRBYFLOAT", "h", "t", 1).expectError("ERR hash value is not a float");
    server.send("HINCRBYFLOAT", "h", "i", "1.5").expectBulk("11.5");
    server.send("HINCRBYFLOAT", "h", "i", "-11.5").expectBulk("0");
    server.send("HINCRBYFLOAT", "h", "n", "x").expectError("ERR value is not a valid float");
    server.send("HINCRBYFLOAT", "h", "n", "nan").expectError("ERR value is not a valid float");
    server.send("HINCRBYFLOAT", "h", "n", "inf").expectError("ERR value is NaN or Infinity");
    server
        .send("HINCRBYFLOAT", "h", "n", "1e400")
        .expectBulk(
            "10000000000000000000281880683947586514586453433629052038625910693539685534008629862039363994848324160522094053927317616200295822777259255734023828976593340661017797447434546173917862448116674971723778943824391593338047470675026246684401359237513603830343735485505244955964979021825038280091068414947402456898653040951017512658092615827588920183472511643316591362664138176309734806343732497430221946880");
    server
        .send("HINCRBYFLOAT", "s", "n", 1)
        .expectError("WRONGTYPE Operation against a key holding the wrong kind of value");
    server
        .send("HINCRBYFLOAT", "h", "n")
        .expectError("ERR wrong number of arguments for 'hincrbyfloat' command");
    server.send("HSET", "h", "z", " 1").expectInteger(1);
    server.send("HINCRBYFLOAT", "h", "z", 1).expectError("ERR hash value is not a float");
  }
}
