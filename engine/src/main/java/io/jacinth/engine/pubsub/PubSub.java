package io.jacinth.engine.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Glob;
import io.jacinth.engine.Push;
import io.jacinth.protocol.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The server's channels, patterns and shard channels, and how a message reaches those who hear
 * them: it is encoded once and posted once to each loop that has receivers, whose number does not
 * matter to the one who publishes. Used from every thread.
 */
public final class PubSub {
  private final List<Directory> directories =
      Arrays.stream(Kind.values()).map(kind -> new Directory()).toList();
  private final AtomicInteger clients = new AtomicInteger();

  Directory directory(Kind kind) {
    return directories.get(kind.ordinal());
  }

  void countClient(int change) {
    clients.addAndGet(change);
  }

  /** Number of clients that have subscribed to anything. */
  public int clients() {
    return clients.get();
  }

  /** Number of names of a kind that somebody hears. */
  public int count(Kind kind) {
    return directory(kind).size();
  }

  /** Number of clients that have subscribed to a name. */
  public int subscribers(Kind kind, ByteString name) {
    Audience audience = directory(kind).find(name);
    return audience == null ? 0 : audience.size();
  }

  /** The names of a kind that somebody hears. */
  public List<ByteString> names(Kind kind, @Nullable Slice pattern) {
    return directory(kind).all().stream()
        .filter(each -> pattern == null || Glob.matches(pattern, each.slice(), false))
        .map(Audience::name)
        .toList();
  }

  /** Whether nobody hears any channel or pattern. */
  public boolean isSilent() {
    return directory(Kind.CHANNEL).isEmpty() && directory(Kind.PATTERN).isEmpty();
  }

  /**
   * Sends a message to a channel and to the patterns that match it; answers how many times it is
   * received.
   */
  public int publish(Slice channel, Slice payload) {
    Directory channels = directory(Kind.CHANNEL);
    Directory patterns = directory(Kind.PATTERN);
    if (isSilent()) {
      return 0;
    }
    ByteString name = ByteString.of(channel);
    byte[] body = payload.toBytes();
    int receivers = send(channels.find(name), Kind.CHANNEL, name, body);
    if (!patterns.isEmpty()) {
      for (Audience each : patterns.all()) {
        if (Glob.matches(each.slice(), channel, false)) {
          receivers += each.send(message(Kind.PATTERN, each.name(), name, body));
        }
      }
    }
    return receivers;
  }

  /** Sends a message to a shard channel; answers how many clients receive it. */
  public int publishInShard(Slice channel, Slice payload) {
    Directory channels = directory(Kind.SHARD_CHANNEL);
    if (channels.isEmpty()) {
      return 0;
    }
    ByteString name = ByteString.of(channel);
    return send(channels.find(name), Kind.SHARD_CHANNEL, name, payload.toBytes());
  }

  private static int send(@Nullable Audience audience, Kind kind, ByteString name, byte[] body) {
    return audience == null
        ? 0
        : audience.send(Push.words(bytes(kind.message()), name.bytes(), body));
  }

  private static Push message(Kind kind, ByteString pattern, ByteString channel, byte[] body) {
    return Push.words(bytes(kind.message()), pattern.bytes(), channel.bytes(), body);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
