package io.jacinth.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespConnection;
import io.jacinth.client.RespValue;
import io.jacinth.persistence.SampleValues;
import io.jacinth.testkit.JacinthUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A snapshot holds what there was when it began, whatever commands do while it is written: it is
 * compared with one that was written at that instant while nothing else ran. {@code
 * -Djacinth.snapshots.rounds=100 -Djacinth.fuzz.seed=7} makes a long run of it.
 */
@Timeout(600)
class SnapshotFuzzTest {
  private static final int ROUNDS = Integer.getInteger("jacinth.snapshots.rounds", 1);
  private static final long SEED = Long.getLong("jacinth.fuzz.seed", 1);
  private static final int COMMANDS = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What ends a snapshot or has nothing to do with keys. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "FLUSHALL", "CONFIG", "DEBUG", "CLIENT", "SHUTDOWN", "SAVE", "BGSAVE", "QUIT", "HELLO");

  @TempDir Path directory;

  static Stream<Family> families() {
    return Families.all().stream()
        .filter(family -> !Set.of("connection", "configuration").contains(family.name()));
  }

  @ParameterizedTest
  @MethodSource("families")
  void aSnapshotIsOfItsInstant(Family family) throws IOException {
    try (JacinthUnderTest server =
            JacinthUnderTest.start(
                "--dir", directory.toString(), "--enable-protected-configs", "yes");
        RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      Family known = family.within(commandsOf(server));
      Dice dice = new Dice(SEED);
      for (int round = 0; round < ROUNDS; round++) {
        run(known, dice, client, COMMANDS);
        client.send("CONFIG", "SET", "rdb-key-save-delay", "0");
        assertThat(client.send("SAVE")).hasToString("OK");
        Path expected = directory.resolve("expected.rdb");
        Files.move(directory.resolve("dump.rdb"), expected, StandardCopyOption.REPLACE_EXISTING);
        client.send("CONFIG", "SET", "rdb-key-save-delay", "300");
        assertThat(client.send("BGSAVE")).hasToString("Background saving started");
        run(known, dice, client, COMMANDS);
        while (info(client).contains("rdb_bgsave_in_progress:1")) {
          run(known, dice, client, COMMANDS / 10);
        }
        compare(content("dump.rdb"), content("expected.rdb"), family.name() + " " + round);
        server.checkInvariants();
      }
    }
  }

  private static void run(Family family, Dice dice, RespConnection client, int commands) {
    List<Request> requests = dice.some(commands, commands, () -> family.next(dice));
    requests.forEach(request -> client.write(request.toArray()));
    client.flush();
    requests.forEach(request -> client.readRaw());
  }

  private static Set<String> commandsOf(JacinthUnderTest server) {
    return server.server().engine().commands().all().stream()
        .map(command -> command.name().toUpperCase(Locale.ROOT))
        .filter(name -> !LEFT_OUT.contains(name))
        .collect(Collectors.toSet());
  }

  private static String info(RespConnection client) {
    return ((RespValue.BulkString) client.send("INFO", "persistence")).text();
  }

  private Map<String, List<Object>> content(String file) throws IOException {
    try (JacinthUnderTest server =
            JacinthUnderTest.start("--dir", directory.toString(), "--dbfilename", file);
        RespConnection client = RespConnection.connect(server.address(), PATIENCE)) {
      Map<String, List<Object>> content = new TreeMap<>();
      for (int database = 0; database < 16; database++) {
        client.send("SELECT", Integer.toString(database));
        for (RespValue found : ((RespValue.ArrayValue) client.send("KEYS", "*")).elements()) {
          String key = ((RespValue.BulkString) found).text();
          content.put(
              database + " " + key,
              List.of(
                  client.send("PEXPIRETIME", key).toString(), SampleValues.content(client, key)));
        }
      }
      return content;
    }
  }

  private static void compare(
      Map<String, List<Object>> found, Map<String, List<Object>> expected, String round) {
    assertThat(found.keySet()).as(round).isEqualTo(expected.keySet());
    expected.forEach(
        (key, content) ->
            assertThat(found.get(key).equals(content))
                .as("%s: %s is %.300s, not %.300s", round, key, found.get(key), content)
                .isTrue());
  }
}
