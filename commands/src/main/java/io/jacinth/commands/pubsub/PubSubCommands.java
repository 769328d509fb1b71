package io.jacinth.commands.pubsub;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class PubSubCommands {
  public static final List<Command> ALL =
      List.of(
          new PSubscribe(),
          new PUnsubscribe(),
          new PubSubChannels(),
          new PubSubContainer(),
          new PubSubHelp(),
          new PubSubNumPat(),
          new PubSubNumSub(),
          new PubSubShardChannels(),
          new PubSubShardNumSub(),
          new Publish(),
          new SPublish(),
          new SSubscribe(),
          new SUnsubscribe(),
          new Subscribe(),
          new Unsubscribe());

  private PubSubCommands() {}
}
