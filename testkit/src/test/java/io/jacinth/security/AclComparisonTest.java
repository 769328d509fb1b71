package io.jacinth.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.jacinth.client.RespValue;
import io.jacinth.client.RespValue.ArrayValue;
import io.jacinth.client.RespValue.SimpleError;
import io.jacinth.testkit.JacinthUnderTest;
import io.jacinth.testkit.RealRedis;
import io.jacinth.testkit.TestConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Users with random rules ask for random things, of Jacinth and of Redis: the same errors, the same
 * verdicts, the same ACL LOG. {@code -Djacinth.acl.requests=100000 -Djacinth.acl.seed=2} makes the
 * run longer and another one.
 */
class AclComparisonTest {
  private static final int REQUESTS = Integer.getInteger("jacinth.acl.requests", 6_000);
  private static final long SEED = Long.getLong("jacinth.acl.seed", 1);
  private static final int REQUESTS_A_USER = 25;
  private static final String USER = "u";

  /** What the reply to GETUSER has under these names is compared as it is. */
  private static final List<String> COMPARED = List.of("flags", "passwords", "keys", "channels");

  /** What an entry of ACL LOG has that does not depend on time or process. */
  private static final List<String> LOGGED =
      List.of("count", "reason", "context", "object", "username");

  private final AclDice dice = new AclDice(new Random(SEED));
  private Side jacinth;
  private Side redis;

  /** A server's administrator and the connection of the user that is tried. */
  private record Side(TestConnection admin, TestConnection user) {}

  @Test
  void verdictsAndLogAreThoseOfRedis() {
    Assumptions.assumeTrue(RealRedis.binary().isPresent());
    System.out.println("AclComparisonTest seed " + SEED);
    try (JacinthUnderTest ours = JacinthUnderTest.startInRealTime("--io-threads", "2");
        RealRedis theirs = RealRedis.start();
        TestConnection ourAdmin = TestConnection.open(ours);
        TestConnection theirAdmin = TestConnection.open(theirs);
        TestConnection ourUser = TestConnection.open(ours);
        TestConnection theirUser = TestConnection.open(theirs)) {
      jacinth = new Side(ourAdmin, ourUser);
      redis = new Side(theirAdmin, theirUser);
      for (int done = 0; done < REQUESTS; done += REQUESTS_A_USER) {
        makeUser();
        compareRules();
        useRules();
        compareLogs();
      }
      ours.checkInvariants();
    }
  }

  private RespValue admin(List<String> words) {
    RespValue theirs = redis.admin.send(words.toArray()).value();
    assertThat(jacinth.admin.send(words.toArray()).value()).as("%s", words).isEqualTo(theirs);
    return theirs;
  }

  private static List<String> words(List<String> more, String... first) {
    List<String> words = new ArrayList<>(List.of(first));
    words.addAll(more);
    return words;
  }

  /** Whatever became of the modifiers, the user can log in. */
  private void makeUser() {
    if (dice.oneIn(3)) {
      admin(List.of("ACL", "SETUSER", USER, "reset"));
    }
    admin(words(dice.modifiers(), "ACL", "SETUSER", USER));
    admin(words(dice.modifiers(), "ACL", "SETUSER", USER));
    admin(List.of("ACL", "SETUSER", USER, "on", ">" + AclDice.PASSWORD));
    admin(List.of("ACL", "LOG", "RESET"));
  }

  private static Map<String, RespValue> fields(RespValue pairs) {
    List<RespValue> elements = ((ArrayValue) pairs).elements();
    Map<String, RespValue> fields = new TreeMap<>();
    for (int i = 0; i < elements.size(); i += 2) {
      fields.put(text(elements.get(i)), elements.get(i + 1));
    }
    return fields;
  }

  private static String text(RespValue value) {
    return value instanceof RespValue.BulkString bulk ? bulk.text() : value.toString();
  }

  /**
   * Redis works its text of the commands out of its bits, we keep what was said: so our text goes
   * to Redis, which must make of it what it made of the rules.
   */
  private void compareRules() {
    List<String> request = List.of("ACL", "GETUSER", USER);
    Map<String, RespValue> ours = fields(jacinth.admin.send(request.toArray()).value());
    Map<String, RespValue> theirs = fields(redis.admin.send(request.toArray()).value());
    for (String name : COMPARED) {
      assertThat(ours.get(name)).as(name).isEqualTo(theirs.get(name));
    }
    assertCommandsMean(theirs.get("commands"), text(ours.get("commands")));
    List<RespValue> ourSelectors = ((ArrayValue) ours.get("selectors")).elements();
    List<RespValue> theirSelectors = ((ArrayValue) theirs.get("selectors")).elements();
    assertThat(ourSelectors).hasSameSizeAs(theirSelectors);
    for (int i = 0; i < ourSelectors.size(); i++) {
      Map<String, RespValue> our = fields(ourSelectors.get(i));
      Map<String, RespValue> their = fields(theirSelectors.get(i));
      assertThat(our.get("keys")).isEqualTo(their.get("keys"));
      assertThat(our.get("channels")).isEqualTo(their.get("channels"));
      assertCommandsMean(their.get("commands"), text(our.get("commands")));
    }
  }

  private void assertCommandsMean(RespValue meaning, String commands) {
    List<String> rules = List.of(commands.split(" "));
    redis.admin.send(words(rules, "ACL", "SETUSER", "copy", "reset").toArray()).expect("OK");
    Map<String, RespValue> copy = fields(redis.admin.send("ACL", "GETUSER", "copy").value());
    assertThat(copy.get("commands")).as(commands).isEqualTo(meaning);
  }

  private void useRules() {
    jacinth.user.send("RESET").expect("RESET");
    redis.user.send("RESET").expect("RESET");
    List<String> login = List.of("AUTH", USER, AclDice.PASSWORD);
    jacinth.user.send(login.toArray()).expect("OK");
    redis.user.send(login.toArray()).expect("OK");
    for (int i = 0; i < REQUESTS_A_USER; i++) {
      switch (dice.below(8)) {
        case 0 -> admin(words(dice.dryRun(), "ACL", "DRYRUN", USER));
        case 1 -> transaction();
        case 2 -> user(List.of("AUTH", "nosuch", "x"));
        default -> user(dice.request());
      }
    }
  }

  /** Compares verdicts: what a request that may run does is the business of other tests. */
  private boolean user(List<String> words) {
    RespValue theirs = redis.user.send(words.toArray()).value();
    RespValue ours = jacinth.user.send(words.toArray()).value();
    assertThat(verdict(ours)).as("%s as %s", words, rules()).isEqualTo(verdict(theirs));
    return !(theirs instanceof SimpleError);
  }

  private String rules() {
    return redis.admin.send("ACL", "LIST").value().toString();
  }

  private static String verdict(RespValue reply) {
    if (reply instanceof SimpleError error) {
      return error.text().matches("(NOPERM|WRONGPASS|EXECABORT|NOAUTH).*") ? error.text() : "runs";
    }
    return reply instanceof ArrayValue array
        ? array.elements().stream().map(AclComparisonTest::verdict).toList().toString()
        : "runs";
  }

  /** Rules may change while requests are queued. */
  private void transaction() {
    if (!user(List.of("MULTI"))) {
      return;
    }
    for (int n = dice.below(4); n > 0; n--) {
      user(dice.request());
    }
    if (dice.oneIn(2)) {
      admin(words(dice.modifiers(), "ACL", "SETUSER", USER));
    }
    if (!user(List.of(dice.oneIn(4) ? "DISCARD" : "EXEC"))) {
      user(List.of("DISCARD"));
    }
  }

  private void compareLogs() {
    List<Map<String, RespValue>> ours = log(jacinth);
    assertThat(ours).isEqualTo(log(redis));
  }

  private static List<Map<String, RespValue>> log(Side side) {
    List<Map<String, RespValue>> entries = new ArrayList<>();
    for (RespValue entry : side.admin.send("ACL", "LOG").elements()) {
      Map<String, RespValue> fields = fields(entry);
      String client = text(fields.get("client-info"));
      fields.keySet().retainAll(LOGGED);
      fields.put(
          "client",
          new RespValue.SimpleString(client.replaceAll(".* (cmd=\\S+ user=\\S+).*", "$1")));
      entries.add(fields);
    }
    return entries;
  }
}
