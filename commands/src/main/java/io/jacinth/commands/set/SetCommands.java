package io.jacinth.commands.set;

import io.jacinth.engine.Command;
import java.util.List;

/** The family's table. */
public final class SetCommands {
  public static final List<Command> ALL =
      List.of(
          new SAdd(),
          new SCard(),
          new SDiff(),
          new SDiffStore(),
          new SInter(),
          new SInterCard(),
          new SInterStore(),
          new SIsMember(),
          new SMembers(),
          new SMIsMember(),
          new SMove(),
          new SPop(),
          new SRandMember(),
          new SRem(),
          new SScan(),
          new SUnion(),
          new SUnionStore());

  private SetCommands() {}
}
