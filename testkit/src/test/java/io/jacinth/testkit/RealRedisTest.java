package io.jacinth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealRedisTest {

  @BeforeEach
  void needsRedis() {
    assumeThat(RealRedis.binary()).as(RealRedis.absence()).isPresent();
  }

  @Test
  void startsOneOfItsOwnWithFurtherArguments() {
    try (RealRedis redis = RealRedis.start("--requirepass", "secret");
        TestConnection connection = TestConnection.open(redis)) {
      assertThat(redis.version()).isGreaterThan(Version.parse("6"));
      assertThat(redis.name()).isEqualTo("redis " + redis.version());
      connection.send("PING").expectErrorStarting("NOAUTH ");
      connection.send("AUTH", "secret").expect("OK");
      connection.send("CONFIG", "GET", "save").expectArray("save", "");
    }
  }

  @Test
  void showsTheLogWhereItDoesNotStart() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> RealRedis.start("--no-such-directive", "1"))
        .withMessageContaining("no-such-directive");
  }

  @Test
  void readsVersions() {
    assertThat(Version.parse("Redis server v=7.0.15 sha=0")).isEqualTo(new Version(7, 0, 15));
    assertThat(Version.parse("7.4")).isGreaterThan(new Version(7, 0, 15)).hasToString("7.4.0");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> Version.parse("none"));
  }
}
