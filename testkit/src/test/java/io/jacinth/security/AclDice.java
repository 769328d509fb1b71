package io.jacinth.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random modifiers of ACL SETUSER, some of them wrong, and requests for the users made by them. */
final class AclDice {
  static final String PASSWORD = "secret";

  private static final List<String> COMMANDS =
      List.of(
          "get",
          "set",
          "mget",
          "mset",
          "del",
          "config",
          "config|get",
          "config|set",
          "config|bad",
          "object",
          "object|encoding",
          "client",
          "client|id",
          "client|getname",
          "acl|whoami",
          "acl",
          "sort",
          "sort_ro",
          "publish",
          "zadd",
          "zunionstore",
          "lpush",
          "ping",
          "select",
          "select|1",
          "get|k",
          "multi",
          "exec",
          "memory|usage",
          "copy",
          "bitfield",
          "getex",
          "nosuch",
          "xadd");

  private static final List<String> CATEGORIES =
      List.of(
          "all",
          "read",
          "write",
          "keyspace",
          "string",
          "list",
          "set",
          "sortedset",
          "hash",
          "admin",
          "pubsub",
          "slow",
          "fast",
          "dangerous",
          "connection",
          "transaction",
          "blocking",
          "nosuch");

  private static final List<String> PATTERNS =
      List.of("*", "a*", "b*", "a?", "k", "[ab]1", "a1", "b2", "\\*", "", "c*d", "a*b*");

  private static final List<String> KEYS = List.of("a", "a1", "a2", "b1", "b2", "k", "cxd", "aab");

  private static final List<String> OTHERS =
      List.of(
          "on",
          "off",
          "nopass",
          "resetpass",
          "resetkeys",
          "resetchannels",
          "allkeys",
          "allchannels",
          "allcommands",
          "nocommands",
          "reset",
          "clearselectors",
          "sanitize-payload",
          "skip-sanitize-payload",
          ">x",
          "<x",
          "<nosuch",
          "#12",
          "#2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
          "!2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b",
          "%R",
          "%X~a",
          "%RR~a*",
          "nonsense",
          "+@",
          "+",
          "-",
          "~",
          "&",
          "%~a",
          "()",
          "(nonsense)",
          "(on)",
          "(clearselectors)",
          "(%R~a* +@read",
          "+config|",
          "+|get",
          "+get|",
          "-get|k");

  private final Random random;

  AclDice(Random random) {
    this.random = random;
  }

  private String of(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  int below(int limit) {
    return random.nextInt(limit);
  }

  /** The words of ACL SETUSER after the name. */
  List<String> modifiers() {
    List<String> words = new ArrayList<>();
    for (int n = random.nextInt(9); n > 0; n--) {
      words.add(oneIn(6) ? "(" + String.join(" ", selector()) + ")" : modifier());
    }
    return words;
  }

  private List<String> selector() {
    List<String> words = new ArrayList<>();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      words.add(rule());
    }
    return words;
  }

  private String modifier() {
    return oneIn(4) ? of(OTHERS) : rule();
  }

  private String rule() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> "~" + of(PATTERNS);
      case 2 -> "%" + of(List.of("R", "W", "RW", "WR", "r")) + "~" + of(PATTERNS);
      case 3 -> "&" + of(PATTERNS);
      case 4, 5 -> (oneIn(3) ? "-" : "+") + of(COMMANDS);
      default -> (oneIn(3) ? "-@" : "+@") + of(CATEGORIES);
    };
  }

  private String key() {
    return of(KEYS);
  }

  /** A request that answers at once and leaves the connection as it was. */
  List<String> request() {
    return switch (random.nextInt(32)) {
      case 0 -> List.of("GET", key());
      case 1 -> List.of("SET", key(), "1");
      case 2 -> List.of("SET", key(), "1", "GET");
      case 3 -> List.of("MGET", key(), key(), key());
      case 4 -> List.of("MSET", key(), "1", key(), "2");
      case 5 -> List.of("DEL", key(), key());
      case 6 -> List.of("CONFIG", "GET", "port");
      case 7 -> List.of("CONFIG", "NOSUCH");
      case 8 -> List.of("OBJECT", "ENCODING", key());
      case 9 -> List.of("CLIENT", "GETNAME");
      case 10 -> List.of("ACL", "WHOAMI");
      case 11 -> List.of("SORT", key(), "BY", "nosort", "STORE", key());
      case 12 -> List.of("SORT", key(), "BY", key() + "*", "GET", "#");
      case 13 -> List.of("SORT_RO", key(), "GET", key() + "*");
      case 14 -> List.of("PUBLISH", key(), "m");
      case 15 -> List.of("SPUBLISH", key(), "m");
      case 16 -> List.of("ZUNIONSTORE", key(), "2", key(), key());
      case 17 -> List.of("ZUNION", "1", key());
      case 18 -> List.of("COPY", key(), key());
      case 19 -> List.of("BITFIELD", key(), "GET", "u8", "0");
      case 20 -> List.of("BITFIELD", key(), "SET", "u8", "0", "1");
      case 21 -> List.of("GETEX", key());
      case 22 -> List.of("GETEX", key(), "PERSIST");
      case 23 -> List.of("BLPOP", key(), key(), "0.001");
      case 24 -> List.of("XREAD", "COUNT", "1", "STREAMS", key(), "0");
      case 25 -> List.of("LMPOP", "2", key(), key(), "LEFT");
      case 26 -> List.of("MEMORY", "USAGE", key());
      case 27 -> List.of("GEORADIUS", key(), "1", "1", "1", "m", "STORE", key());
      case 28 -> List.of("PFCOUNT", key(), key());
      case 29 -> List.of("RENAME", key(), key());
      case 30 -> List.of("GET");
      default -> List.of("PING");
    };
  }

  /** A request for ACL DRYRUN, which may be of any kind. */
  List<String> dryRun() {
    return switch (random.nextInt(10)) {
      case 0 -> List.of("SUBSCRIBE", key(), key());
      case 1 -> List.of("PSUBSCRIBE", of(PATTERNS), key());
      case 2 -> List.of("SSUBSCRIBE", key());
      case 3 -> List.of("UNSUBSCRIBE", key());
      case 4 -> List.of("NOSUCH", key());
      default -> request();
    };
  }
}
