package io.jacinth.engine.acl;

import io.jacinth.engine.Client;
import io.jacinth.engine.Clients;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.protocol.Slice;

/**
 * Disconnects the subscribers whom a user's new rules do not let listen any more. Each is judged on
 * its own loop, to which its subscriptions belong.
 */
record SubscriptionReview(Clients clients) {
  void of(User user) {
    if (user.rules().opensEveryChannel()) {
      return;
    }
    for (Client client : clients.all()) {
      if (client.account() == user) {
        client.closeIf(() -> !mayListen(client, user));
      }
    }
  }

  private static boolean mayListen(Client client, User user) {
    if (client.account() != user) {
      return true;
    }
    for (Kind kind : Kind.values()) {
      boolean isPattern = kind == Kind.PATTERN;
      for (var name : client.subscriptions().names(kind)) {
        if (!opens(user.rules(), name.slice(), isPattern)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean opens(UserRules rules, Slice channel, boolean isPattern) {
    for (Selector selector : rules.selectors()) {
      if (selector.allowsChannel(channel, isPattern)) {
        return true;
      }
    }
    return false;
  }
}
