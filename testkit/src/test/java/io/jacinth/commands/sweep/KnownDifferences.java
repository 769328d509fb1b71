package io.jacinth.commands.sweep;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where another answer than that of Redis 7.0 is right. */
final class KnownDifferences {
  /** Chance, the clock, the server's own state or our own words decide. */
  private static final Set<String> FREE =
      Set.of(
          "acl|cat",
          "acl|genpass",
          "acl|getuser",
          "acl|list",
          "acl|log",
          "acl|users",
          "client|id",
          "client|info",
          "client|list",
          "command",
          "command|count",
          "command|docs",
          "command|info",
          "command|list",
          "config|get",
          "config|rewrite",
          "dump",
          "expiretime",
          "hello",
          "hrandfield",
          "info",
          "keys",
          "lastsave",
          "latency|doctor",
          "latency|graph",
          "latency|histogram",
          "latency|history",
          "latency|latest",
          "latency|reset",
          "lolwut",
          "memory|doctor",
          "memory|malloc-stats",
          "memory|stats",
          "memory|usage",
          "object|freq",
          "object|idletime",
          "pexpiretime",
          "pfdebug",
          "pttl",
          "randomkey",
          "scan",
          "slowlog|get",
          "slowlog|len",
          "spop",
          "srandmember",
          "sscan",
          "time",
          "ttl",
          "xadd",
          "xinfo|consumers",
          "xinfo|stream",
          "zrandmember");

  /** Redis 7.2 has more arguments, looks at them before it looks for the key, or has new names. */
  private static final Set<String> NEWER =
      Set.of("bitcount", "bitpos", "object|encoding", "zrank", "zrevrank");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:BulkString \"|DoubleValue \\(double\\) )(-?\\d+(?:\\.\\d+)?(?:e[+-]\\d+)?)\"?");

  private KnownDifferences() {}

  static boolean agree(SweptCommand command, String our, String their) {
    if (our.equals(their) || NEWER.contains(command.name())) {
      return true;
    }
    if (FREE.contains(command.name()) || command.name().endsWith("help")) {
      return !our.startsWith("SimpleError") && SweptReply.kind(our).equals(SweptReply.kind(their));
    }
    return isOverflow(our, their) || isSameNumber(our, their);
  }

  /** Redis 7.2 writes the shortest digits that give the number, 7.0 writes 17 of them. */
  private static boolean isSameNumber(String our, String their) {
    Matcher ours = NUMBER.matcher(our);
    Matcher theirs = NUMBER.matcher(their);
    return ours.matches()
        && theirs.matches()
        && Double.parseDouble(ours.group(1)) == Double.parseDouble(theirs.group(1));
  }

  /** Redis 7.0 takes a timeout that is too large for a negative one. */
  private static boolean isOverflow(String our, String their) {
    return our.contains("timeout is out of range") && their.contains("timeout is negative");
  }
}
