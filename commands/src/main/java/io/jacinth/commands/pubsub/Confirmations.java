package io.jacinth.commands.pubsub;

import io.jacinth.engine.ByteString;
import io.jacinth.engine.Call;
import io.jacinth.engine.Client;
import io.jacinth.engine.pubsub.Kind;
import io.jacinth.engine.pubsub.Subscriptions;
import io.jacinth.protocol.Reply;
import java.util.List;

/**
 * What the commands that begin and end subscriptions answer: a message for each name, also where
 * CLIENT REPLY has turned replies off.
 */
final class Confirmations {
  private Confirmations() {}

  static void subscribe(Call call, Kind kind) {
    Subscriptions subscriptions = call.client().subscriptions();
    Reply reply = replyOf(call);
    for (int i = 1; i < call.count(); i++) {
      ByteString name = ByteString.of(call.argument(i));
      subscriptions.add(call.engine().pubSub(), kind, name);
      confirm(reply, kind.subscribed(), name, subscriptions.countBeside(kind));
    }
  }

  static void unsubscribe(Call call, Kind kind) {
    Subscriptions subscriptions = call.client().subscriptions();
    Reply reply = replyOf(call);
    if (call.count() == 1) {
      unsubscribeAll(subscriptions, kind, reply);
      return;
    }
    for (int i = 1; i < call.count(); i++) {
      ByteString name = ByteString.of(call.argument(i));
      subscriptions.remove(kind, name);
      confirm(reply, kind.unsubscribed(), name, subscriptions.countBeside(kind));
    }
  }

  private static void unsubscribeAll(Subscriptions subscriptions, Kind kind, Reply reply) {
    List<ByteString> names = subscriptions.names(kind);
    for (ByteString name : names) {
      subscriptions.remove(kind, name);
      confirm(reply, kind.unsubscribed(), name, subscriptions.countBeside(kind));
    }
    if (names.isEmpty()) {
      reply.push(3);
      reply.bulk(kind.unsubscribed());
      reply.nil();
      reply.integer(subscriptions.countBeside(kind));
    }
  }

  private static void confirm(Reply reply, String word, ByteString name, int count) {
    reply.push(3);
    reply.bulk(word);
    reply.bulk(name.slice());
    reply.integer(count);
  }

  private static Reply replyOf(Call call) {
    return call.client().replyMode() == Client.ReplyMode.ON
        ? call.reply()
        : call.worker().pushWriterFor(call.client());
  }
}
