package io.jacinth.engine.pubsub;

/** What a client may subscribe to, with the words of the messages that tell of it. */
public enum Kind {
  CHANNEL(""),
  PATTERN("p"),
  SHARD_CHANNEL("s");

  private final String letter;

  Kind(String letter) {
    this.letter = letter;
  }

  /** The first word where a subscription has begun. */
  public String subscribed() {
    return letter + "subscribe";
  }

  /** The first word where a subscription has ended. */
  public String unsubscribed() {
    return letter + "unsubscribe";
  }

  /** The first word of a published message. */
  String message() {
    return letter + "message";
  }
}
